package dev.cordon.ecs.account;

import dev.cordon.controlplane.account.AccountCommand;
import dev.cordon.controlplane.execute.AccountResult;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.Origin;
import dev.cordon.controlplane.execute.UnavailableException;
import dev.cordon.ecs.error.AccountErrors;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.EcsResult.Failure;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.ecs.http.Hashing;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.record.AccessKey;
import dev.cordon.wire.record.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an operator does about accounts and keys. A secret is answered once, when it is made.
public record AccountDesk(ControlPlane controlPlane, Vault vault, RandomGenerator random, InstantSource clock) {

    /// Of temporary keys, as STS has it.
    public static final Duration LIFETIME_MIN = Duration.ofMinutes(15);

    public static final Duration LIFETIME_MAX = Duration.ofHours(12);

    private static final String ACTIVE = "Active";
    private static final String INACTIVE = "Inactive";
    private static final Map<String, AccessKey.Status> STATUSES =
            Map.of(ACTIVE, AccessKey.Status.ACTIVE, INACTIVE, AccessKey.Status.INACTIVE);
    private static final int ID_BYTES = 10;
    private static final int SECRET_BYTES = 24;
    private static final int TOKEN_BYTES = 48;
    private static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /// Makes an account with a first key, which may do everything.
    public EcsResult create(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        String name = parameters.required("Name");
        if (!name.matches(NAME_FORM)) {
            parameters.wrong(GeneralErrors.invalidParameter("Name", "1 to 64 letters, digits and ._-"));
        }
        Account account = new Account(new AccountId(digits()), name, now());
        Made made = make("cordon", account.id(), PolicyDocument.ALL_TEXT, Optional.empty());
        return parameters.then(
                () -> done(request, new AccountCommand.Create(account), Json.object()) instanceof Failure failure
                        ? failure
                        : done(
                                request,
                                new AccountCommand.AddKey(made.key()),
                                made.shown().put("name", name)));
    }

    public EcsResult list(EcsRequest request) {
        ObjectNode root = Json.object();
        ArrayNode accounts = root.putArray("accounts");
        appendAccount(accounts, AccountId.ROOT, "root");
        controlPlane.accounts().accounts().values().forEach(it -> appendAccount(accounts, it.id(), it.name()));
        return new Success(root);
    }

    private void appendAccount(ArrayNode accounts, AccountId account, String name) {
        ObjectNode node = accounts.addObject().put("account", account.value()).put("name", name);
        node.put("objects", controlPlane.newest().of(account).objects().count());
        ArrayNode keys = node.putArray("keys");
        controlPlane.accounts().keysOf(account).forEach(key -> {
            ObjectNode shown = keys.addObject()
                    .put("accessKeyId", key.id())
                    .put("createdAt", key.createdAt().toString())
                    .put("status", word(key.status()))
                    .put("policy", key.policy());
            key.session().ifPresent(it -> shown.put("expiresAt", it.expiresAt().toString()));
        });
    }

    private static String word(AccessKey.Status status) {
        return switch (status) {
            case ACTIVE -> ACTIVE;
            case INACTIVE -> INACTIVE;
        };
    }

    /// Deletes an account that owns nothing, and its keys.
    public EcsResult delete(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        AccountId account = account(parameters);
        return parameters.then(() -> done(request, new AccountCommand.Delete(account), Json.object()));
    }

    public EcsResult createKey(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        AccountId account = account(parameters);
        String policy = policy(parameters);
        return parameters.then(() -> {
            Made made = make("cordon", account, policy, Optional.empty());
            return done(request, new AccountCommand.AddKey(made.key()), made.shown());
        });
    }

    /// Makes a temporary key, with the token that goes with it.
    public EcsResult createToken(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        AccountId account = account(parameters);
        String policy = policy(parameters);
        int seconds =
                parameters.number("Seconds", (int) LIFETIME_MIN.toSeconds(), (int) LIFETIME_MAX.toSeconds(), 3_600);
        return parameters.then(() -> {
            String token = hex(TOKEN_BYTES);
            Instant end = now().plusSeconds(seconds);
            Made made = make("STS.", account, policy, Optional.of(new AccessKey.Session(Hashing.sha256(token), end)));
            return done(
                    request,
                    new AccountCommand.AddKey(made.key()),
                    made.shown().put("securityToken", token).put("expiresAt", end.toString()));
        });
    }

    /// Lets calls be signed with a key, or no longer.
    /// `Status` is as `UpdateAccessKey` of RAM has it.
    public EcsResult updateKey(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        String id = parameters.required("AccessKeyId");
        AccessKey.Status status = parameters
                .parsed(
                        "Status",
                        text -> Optional.ofNullable(STATUSES.get(text)),
                        GeneralErrors.invalidParameter("Status", "Active or Inactive"))
                .orElse(AccessKey.Status.ACTIVE);
        parameters.required("Status");
        return parameters.then(() -> done(request, new AccountCommand.SetKeyStatus(id, status), Json.object()));
    }

    public EcsResult deleteKey(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        String id = parameters.required("AccessKeyId");
        return parameters.then(() -> done(request, new AccountCommand.DeleteKey(id), Json.object()));
    }

    /// A key with its secret, which is shown once and kept sealed.
    private record Made(AccessKey key, String secret) {

        ObjectNode shown() {
            return Json.object()
                    .put("account", key.account().value())
                    .put("accessKeyId", key.id())
                    .put("accessKeySecret", secret);
        }
    }

    private Made make(String prefix, AccountId account, String policy, Optional<AccessKey.Session> session) {
        String id = prefix + hex(ID_BYTES);
        String secret = hex(SECRET_BYTES);
        return new Made(new AccessKey(id, account, vault.seal(id, secret), policy, now(), session), secret);
    }

    private static AccountId account(Parameters parameters) {
        String text = parameters.required("Account");
        if (!AccountId.isWellFormed(text)) {
            parameters.wrong(AccountErrors.accountNotFound());
        }
        return AccountId.isWellFormed(text) ? new AccountId(text) : AccountId.ROOT;
    }

    private static String policy(Parameters parameters) {
        String text = parameters.text("Policy").orElse(PolicyDocument.ALL_TEXT);
        switch (PolicyDocument.parse(text)) {
            case Parsed.Ok<PolicyDocument> good -> {}
            case Parsed.Bad<PolicyDocument>(String problem) -> parameters.wrong(AccountErrors.malformedPolicy(problem));
        }
        return text;
    }

    private EcsResult done(EcsRequest request, AccountCommand command, ObjectNode answer) {
        Origin origin = new Origin(clock.instant(), request.caller(), request.requestId(), request.action());
        try {
            return switch (controlPlane.execute(command, origin)) {
                case AccountResult.Done done -> new Success(answer);
                case AccountResult.Refused(var rejection) -> new Failure(AccountErrors.of(rejection));
                case AccountResult.Contended contended -> new Failure(GeneralErrors.conflict());
            };
        } catch (UnavailableException failure) {
            return new Failure(GeneralErrors.unavailable());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private String hex(int byteCount) {
        byte[] bytes = new byte[byteCount];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Sixteen digits, the first of which is not that of the first account.
    private String digits() {
        return String.valueOf(random.nextLong(2_000_000_000_000_000L, 10_000_000_000_000_000L));
    }
}
