package bench;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The baseline: a Camel Main with an HTTP server and the routes of a folder, nothing else. Arguments: port, folder, reload changed routes. */
public final class BareCamel {

    private BareCamel() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main(BareCamel.class);
        main.configure().withJmxEnabled(Boolean.parseBoolean(args[3]));
        main.configure().withRoutesIncludePattern("file:" + args[1] + "/*.camel.yaml");
        if (Boolean.parseBoolean(args[2])) {
            main.configure().withRoutesReloadEnabled(true).withRoutesReloadDirectory(args[1]);
            main.configure().withRoutesReloadPattern("*.camel.yaml");
        }
        main.addMainListener(new Server(Integer.parseInt(args[0])));
        main.run();
    }

    private static final class Server extends MainListenerSupport {

        private final int port;

        Server(int port) {
            this.port = port;
        }

        @Override
        public void afterConfigure(BaseMainSupport main) {
            VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
            configuration.setBindHost("127.0.0.1");
            configuration.setBindPort(port);
            try {
                main.getCamelContext().addService(new VertxPlatformHttpServer(configuration));
            } catch (Exception e) {
                throw new IllegalStateException("the HTTP server did not start on port " + port, e);
            }
        }
    }
}
