package dev.cordon.ecs.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VaultTest {

    private final Vault vault = new Vault(new byte[Vault.KEY_BYTES], new Random(1));

    @Test
    void secretOpensForItsKeyAlone() {
        String sealed = vault.seal("key-1", "the secret");
        assertThat(new String(Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertEquals(Optional.of("the secret"), vault.open("key-1", sealed));
        assertEquals(Optional.empty(), vault.open("key-2", sealed));
    }

    @Test
    void sameSecretIsSealedDifferentlyEachTime() {
        assertNotEquals(vault.seal("key-1", "the secret"), vault.seal("key-1", "the secret"));
    }

    @Test
    void whatWasSealedOtherwiseStaysShut() {
        byte[] other = new byte[Vault.KEY_BYTES];
        other[0] = 1;
        String sealed = new Vault(other, new Random(1)).seal("key-1", "the secret");
        assertEquals(Optional.empty(), vault.open("key-1", sealed));
        byte[] changed = Base64.getDecoder().decode(vault.seal("key-1", "the secret"));
        changed[changed.length - 1]++;
        assertEquals(Optional.empty(), vault.open("key-1", Base64.getEncoder().encodeToString(changed)));
        assertEquals(Optional.empty(), vault.open("key-1", "AAAA"));
        assertEquals(Optional.empty(), vault.open("key-1", "no base64"));
    }
}
