package dev.serai.foundation.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An identity provider that speaks OpenID Connect, {@code serai.oidc.*}.
 *
 * @param issuer see {@link #ISSUER}
 * @param clientId see {@link #CLIENT_ID}
 * @param clientSecret see {@link #CLIENT_SECRET}
 * @param audience see {@link #AUDIENCE}
 * @param scopes see {@link #SCOPES}
 * @param nameClaim see {@link #NAME_CLAIM}
 * @param rolesClaim see {@link #ROLES_CLAIM}
 * @param roles see {@link #ROLES}
 * @param title see {@link #TITLE}
 * @param endSession see {@link #END_SESSION}
 */
public record OidcSettings(
        String issuer,
        String clientId,
        Secret clientSecret,
        String audience,
        String scopes,
        String nameClaim,
        String rolesClaim,
        String roles,
        String title,
        boolean endSession) {

    public static final Key<String> ISSUER = Key.of(
            "serai.oidc.issuer",
            Kind.form("URL", "an http or https URL, or nothing", "(https?://\\S+)?"),
            "",
            "Issuer of the identity provider, such as https://login.example.com/realms/shop",
            "Empty: local users and tokens only. What it publishes below /.well-known is read at the first login");
    public static final Key<String> CLIENT_ID = Key.of(
            "serai.oidc.client-id",
            Kind.NAME,
            "serai",
            "Serai's name at the identity provider",
            "The callback to register there is <console>/auth/oidc/callback");
    public static final Key<Secret> CLIENT_SECRET = Key.of(
            "serai.oidc.client-secret",
            Kind.SECRET,
            "",
            "Secret of that client",
            "Empty for a public client; PKCE is used either way");
    public static final Key<String> AUDIENCE = Key.of(
            "serai.oidc.audience",
            Kind.TEXT,
            "",
            "Audience that a bearer token of the API must name",
            "Empty: the client id. A token for somebody else is refused");
    public static final Key<String> SCOPES = Key.of(
            "serai.oidc.scopes",
            Kind.NAME,
            "openid profile",
            "Scopes asked for at a login in the console",
            "openid must be among them");
    public static final Key<String> NAME_CLAIM = Key.of(
            "serai.oidc.name-claim",
            Kind.NAME,
            "preferred_username",
            "Claim with the user's name",
            "Where it is absent, the subject is the name");
    public static final Key<String> ROLES_CLAIM = Key.of(
            "serai.oidc.roles-claim",
            Kind.NAME,
            "roles",
            "Claim with the user's roles; dots lead into objects, such as realm_access.roles",
            "A list, or names with blanks between them");
    public static final Key<String> ROLES = Key.of(
            "serai.oidc.roles",
            Kind.form(
                    "mapping",
                    "pairs such as shop-admins=admin, shop-staff=viewer; the roles are viewer, operator, deployer and admin",
                    "\\s*|\\s*[^=,]+=\\s*(viewer|operator|deployer|admin)\\s*(,[^=,]+=\\s*(viewer|operator|deployer|admin)\\s*)*"),
            "",
            "What the provider's roles are here",
            "Empty: roles of the same names. A user with none of them may do nothing");
    public static final Key<String> TITLE = Key.of(
            "serai.oidc.title",
            Kind.NAME,
            "Single sign-on",
            "Text of the link on the login page",
            "Name what people know, such as the company's login");
    public static final Key<Boolean> END_SESSION = Key.of(
            "serai.oidc.end-session",
            Kind.FLAG,
            "true",
            "Whether a logout in the console ends the login at the provider too, where the provider has a place for that",
            "The callback must be registered there as an address to go to after a logout, too. false: the next login asks for no password");

    public static final List<Key<?>> KEYS = List.of(
            ISSUER, CLIENT_ID, CLIENT_SECRET, AUDIENCE, SCOPES, NAME_CLAIM, ROLES_CLAIM, ROLES, TITLE, END_SESSION);

    public OidcSettings {
        ISSUER.check(issuer);
        CLIENT_ID.check(clientId);
        ROLES.check(roles);
    }

    public static OidcSettings from(Values values) {
        return new OidcSettings(
                values.get(ISSUER),
                values.get(CLIENT_ID),
                values.get(CLIENT_SECRET),
                values.get(AUDIENCE),
                values.get(SCOPES),
                values.get(NAME_CLAIM),
                values.get(ROLES_CLAIM),
                values.get(ROLES),
                values.get(TITLE),
                values.get(END_SESSION));
    }

    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** The audience to demand. */
    public String expectedAudience() {
        return audience.isBlank() ? clientId : audience;
    }

    /** The provider's words by which Serai's roles are called. */
    public Map<String, String> roleWords() {
        if (roles.isBlank()) {
            return Map.of("viewer", "viewer", "operator", "operator", "deployer", "deployer", "admin", "admin");
        }
        return Arrays.stream(roles.split(","))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].trim(), pair -> pair[1].trim(), (first, second) -> second));
    }
}
