package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.RecordFormat.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/** The files that a route can name, by Camel's URIs of resources. */
record ContextFiles(CamelContext context) implements RecordFormat.Files {

    @Override
    public Optional<Text> find(String uri) {
        Resource resource = ResourceHelper.resolveResource(context, uri);
        if (resource == null || !resource.exists()) {
            return Optional.empty();
        }
        try (InputStream in = resource.getInputStream()) {
            String name = uri.replaceFirst("^(?:resource:)?[a-z]+:/{0,2}", "");
            return Optional.of(new Text(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }
}
