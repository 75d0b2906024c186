package dev.serai.service.governance.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads hosts and protocols out of the forms in which components write addresses. */
final class Addresses {

    /** Options, parameters and parts of a path that hold an address. */
    private static final Set<String> NAMES = Set.of(
            "address",
            "addresses",
            "baseuri",
            "baseurl",
            "bootstrapservers",
            "brokers",
            "brokerurl",
            "endpoint",
            "host",
            "hostname",
            "hosts",
            "httpuri",
            "instanceurl",
            "nodes",
            "server",
            "servers",
            "serveruri",
            "serverurl",
            "serviceurl",
            "uri",
            "url",
            "wsdl",
            "wsdlurl");

    private static final Pattern PROTOCOL = Pattern.compile("^(?:jdbc:)?([a-zA-Z][a-zA-Z0-9+.-]*)://");
    private static final Pattern BEFORE_HOST = Pattern.compile("^(?:jdbc:)?(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//|^(?:jdbc:)");
    private static final Pattern HOST = Pattern.compile("^(\\[[^\\]]*]|[^:/?;\\\\#]+)");

    private static final Set<String> ENCRYPTED = Set.of(
            "amqps",
            "ftps",
            "grpcs",
            "https",
            "imaps",
            "ldaps",
            "mongodb+srv",
            "mqtts",
            "neo4j+s",
            "bolt+s",
            "pop3s",
            "pulsar+ssl",
            "rediss",
            "scp",
            "sftp",
            "smtps",
            "ssh",
            "ssl",
            "tcps",
            "tls",
            "wss");
    private static final Pattern CLOUDS =
            Pattern.compile("(aws2?|azure|google|salesforce|slack|github2?|telegram)(-.*)?");
    private static final Pattern SWITCH =
            Pattern.compile("ssl|tls|secure|usessl|usetls|sslenabled|useglobalsslcontextparameters|starttls");
    private static final Pattern ON = Pattern.compile("true|on|yes|required?|enabled|verify.*|implicit|explicit");

    private Addresses() {}

    /** Whether something of that name holds an address. */
    static boolean isNamed(String name) {
        return NAMES.contains(name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT));
    }

    /** The hosts of an address, or of several with commas between. */
    static List<String> hosts(String address) {
        String rest = BEFORE_HOST.matcher(address.strip()).replaceFirst("");
        int path = rest.indexOf('/');
        String authority = path < 0 ? rest : rest.substring(0, path);
        String withoutUser = authority.substring(authority.lastIndexOf('@') + 1);
        List<String> hosts = new ArrayList<>();
        for (String one : withoutUser.split(",")) {
            Matcher host = HOST.matcher(BEFORE_HOST.matcher(one.strip()).replaceFirst(""));
            if (host.find() && !isUnknown(host.group(1))) {
                hosts.add(host.group(1).replaceAll("^\\[|]$", ""));
            }
        }
        return hosts;
    }

    private static boolean isUnknown(String host) {
        return host.contains("${") || host.contains("{{") || host.startsWith("#");
    }

    /** The protocol that an address begins with; the other when it begins with none. */
    static String protocol(String address, String otherwise) {
        Matcher protocol = PROTOCOL.matcher(address.strip());
        return protocol.find() ? protocol.group(1).toLowerCase(Locale.ROOT) : otherwise;
    }

    /** Whether what goes there is encrypted, as far as the protocol and the options tell. */
    static boolean isEncrypted(String protocol, String component, Map<String, String> options) {
        return ENCRYPTED.contains(protocol)
                || CLOUDS.matcher(component).matches()
                || options.entrySet().stream().anyMatch(option -> encrypts(option.getKey(), option.getValue()));
    }

    private static boolean encrypts(String name, String value) {
        String key = name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
        String set = value.strip().toLowerCase(Locale.ROOT);
        return SWITCH.matcher(key).matches() && ON.matcher(set).matches()
                || key.equals("sslmode") && (set.equals("require") || set.startsWith("verify"))
                || key.startsWith("security") && (set.equals("ssl") || set.equals("sasl_ssl"))
                || key.equals("sslcontextparameters") && !set.isEmpty();
    }
}
