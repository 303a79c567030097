package dev.cordon.cli.client;

import dev.cordon.cli.CliException;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options by which a command finds a running Cordon.
public final class Endpoint {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "${env:CORDON_ENDPOINT}",
            description = "Where Cordon answers. Default: what the credentials file says, or CORDON_ENDPOINT.")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Credentials file. Default: credentials.json of the data folder.")
    private Optional<Path> credentials = Optional.empty();

    /// Returns a client of the running Cordon.
    public CordonClient client() {
        Path file = credentials.orElseGet(() -> DataFolder.standard().resolve(CredentialsFile.NAME));
        if (Files.notExists(file)) {
            throw new CliException("no credentials at `" + file + "`: start cordon up, or name them by --credentials");
        }
        CredentialsFile read = CredentialsFile.read(file);
        return new CordonClient(
                endpoint.filter(text -> !text.isEmpty()).map(read::atEndpoint).orElse(read));
    }
}
