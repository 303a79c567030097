# Sourced by ./cordon and ./verify, which set `root` first: finds a JDK, installs what is missing,
# and takes the build's lock. Every message is one line on standard error.

JDK_FIRST=25
PATH=$PATH:/usr/sbin:/sbin

say() {
    printf 'cordon: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 3
}

# Prints the first number of a JDK's version; nothing if the folder holds no JDK.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    printf '%s' "$version"
}

# True if the folder holds a JDK that is new enough and runs on this machine.
is_usable_jdk() {
    [ -n "$1" ] && [ "$(jdk_version "$1")" -ge "$JDK_FIRST" ] 2>/dev/null && "$1/bin/java" -version >/dev/null 2>&1
}

# Sets `jdk` to the first usable one.
find_jdk() {
    if [ -n "$CORDON_JDK" ] && ! is_usable_jdk "$CORDON_JDK"; then
        say "CORDON_JDK=$CORDON_JDK holds no JDK $JDK_FIRST or newer; looking elsewhere"
    fi
    on_path=$(readlink -f -- "$(command -v java)" 2>/dev/null)
    for jdk in "$CORDON_JDK" "$JAVA_HOME" "${on_path%/bin/java}" /usr/lib/jvm/* /opt/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        ! is_usable_jdk "$jdk" || return 0
    done
    fail "no JDK $JDK_FIRST or newer found: install one (Debian 13: apt-get install openjdk-25-jdk-headless," \
        "elsewhere: Eclipse Temurin 25), or set CORDON_JDK to its folder"
}

is_root() {
    [ "$(id -u)" -eq 0 ]
}

# Prints the packages of those `command:package` pairs whose command is missing.
missing_packages() {
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || printf '%s ' "${pair#*:}"
    done
}

# Installs what is missing of the given `command:package` pairs, on Debian and as root; false if something stays missing.
install_missing() {
    missing=$(missing_packages "$@")
    missing=${missing% }
    [ -n "$missing" ] || return 0
    is_root && command -v apt-get >/dev/null 2>&1 || return 1
    say "installing missing packages: $missing"
    # shellcheck disable=SC2086 # one word per package
    apt_install $missing || { apt-get -q update && apt_install $missing; } >&2
    [ -z "$(missing_packages "$@")" ]
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@" >&2 </dev/null
}

# Ends the script unless Maven can run.
require_maven() {
    install_missing mvn:maven flock:util-linux ||
        fail "missing for the build: $missing (Debian, as root: apt-get install $missing)"
}

# Runs Maven in the repository on the JDK that was found.
maven() {
    (
        cd "$root" || exit 3
        export JAVA_HOME="$jdk"
        # the libraries inside Maven use Unsafe; without this the JDK prints four lines about it
        export MAVEN_OPTS="$MAVEN_OPTS --sun-misc-unsafe-memory-access=allow"
        exec mvn -B -ntp "$@"
    )
}

# Waits until no other ./cordon or ./verify builds here. The lock is on a folder that no build
# removes, and ends with the process that holds it. A ./cordon that a test starts below ./verify
# must not wait for it.
lock_build() {
    [ -z "$CORDON_BUILD_LOCKED" ] || return 0
    exec 9<"$root/.mvn"
    flock -n 9 || { say "waiting for another build to end" && flock 9; }
    export CORDON_BUILD_LOCKED=yes
}

unlock_build() {
    exec 9<&-
    unset CORDON_BUILD_LOCKED
}
