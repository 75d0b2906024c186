package dev.serai.adapter.legacy.file;

import java.util.Arrays;
import java.util.List;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes no file whose name, which the server tells, would lead out of the folder where a copy of it is kept. */
public final class PlainNames implements GenericFileFilter<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(PlainNames.class);

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (isPlain(file.getFileNameOnly()) && staysBelow(file.getRelativeFilePath())) {
            return true;
        }
        LOG.warn("a file in {} is left there: its name leads to another folder", file.getEndpointPath());
        return false;
    }

    private static boolean isPlain(String name) {
        return !name.contains("/") && !name.contains("\\") && name.indexOf('\0') < 0;
    }

    private static boolean staysBelow(String path) {
        List<String> steps = Arrays.asList(path.split("[/\\\\]"));
        return !steps.contains("..");
    }
}
