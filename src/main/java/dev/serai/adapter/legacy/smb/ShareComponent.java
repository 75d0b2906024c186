package dev.serai.adapter.legacy.smb;

import com.hierynomus.msfscc.fileinformation.FileIdBothDirectoryInformation;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.smb.SmbComponent;
import org.apache.camel.component.smb.SmbConfiguration;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.FileUtil;

/** Camel's component with a sender that comes back to a server, and lets go of it when its route ends. */
@Component("smb")
public final class ShareComponent extends SmbComponent {

    @Override
    protected GenericFileEndpoint<FileIdBothDirectoryInformation> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var read = super.buildFileEndpoint(uri, remaining, new HashMap<>(parameters));
        SmbConfiguration configuration = (SmbConfiguration) read.getConfiguration();
        configuration.setPath(withoutDots(configuration.getPath()));
        ShareEndpoint endpoint = new ShareEndpoint(uri, this, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** SMB knows no "." in a path. */
    private static String withoutDots(String path) {
        String compact = path == null ? "" : FileUtil.compactPath(path, '/');
        return compact.equals(".") ? "" : compact;
    }
}
