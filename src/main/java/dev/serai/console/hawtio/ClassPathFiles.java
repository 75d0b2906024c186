package dev.serai.console.hawtio;

import java.net.URL;
import java.util.List;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Files in a folder of the class path. They are read when they are asked for and not kept: the browser keeps them. */
final class ClassPathFiles extends ResourceHandler {

    private final String before;

    /**
     * @param folder the address of the folder
     * @param before what stands before a file's path in the address that a browser asks for
     */
    ClassPathFiles(URL folder, String before) {
        this.before = before;
        setBaseResource(ResourceFactory.of(this).newResource(folder));
        setDirAllowed(false);
        setEtags(true);
        setWelcomeFiles(List.of());
        setCacheControl("no-cache");
    }

    @Override
    protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
        HttpContent.Factory files = new ResourceHttpContentFactory(getBaseResource(), getMimeTypes(), buffers);
        return path -> files.getContent(path.substring(before.length()));
    }
}
