package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.connection.ConnectorSheet.PackSheet;
import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Connector;
import dev.serai.foundation.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connectors of a home, read anew each time somebody asks. */
public final class ConnectorCatalog {

    private final Path folder;
    private final Packs packs;

    /**
     * @param folder {@code connectors/} of the home
     * @param packs their libraries
     */
    public ConnectorCatalog(Path folder, Packs packs) {
        this.folder = folder;
        this.packs = packs;
    }

    /** All that can be read, by name. */
    public List<ConnectorSheet> all() {
        return connectors().stream().map(this::sheet).toList();
    }

    public Optional<ConnectorSheet> find(String name) {
        return all().stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    /** The JSON Schema of {@code config/connections/*.yaml}, for editors. */
    public Map<String, Object> schema() {
        return ConnectionSchema.of(
                connectors().stream().filter(Connector::connects).toList());
    }

    private List<Connector> connectors() {
        List<Finding> problems = new ArrayList<>();
        ConnectorFiles files = new ConnectorFiles(folder, problems::add);
        return files.names().stream().flatMap(name -> files.find(name).stream()).toList();
    }

    private ConnectorSheet sheet(Connector connector) {
        List<Path> jars = packs.jars(connector.name());
        return ConnectorSheet.of(
                connector,
                new PackSheet(
                        jars.stream().mapToLong(jar -> jar.toFile().length()).sum(),
                        jars.stream()
                                .map(jar -> jar.toFile().getName())
                                .sorted()
                                .toList(),
                        packs.services(connector.name())));
    }
}
