package dev.serai.console.api;

import dev.serai.management.security.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /integrations/NAME/approvals}: who has approved exactly the content that was submitted last. */
public final class ApprovalResource implements Resource {

    private final Desk desk;

    /**
     * What approvals are of.
     *
     * @param hash of the content
     * @param approvals names of those who approved it
     */
    public record Approval(String hash, List<String> approvals) {

        public Approval {
            approvals = List.copyOf(approvals);
        }
    }

    /** Where approvals are kept. */
    public interface Desk {

        /** Those of what was submitted last of an integration; empty when there is none. */
        Optional<Approval> of(String integration);

        /** A user approves what was submitted last of an integration; what lacked it only is deployed. */
        Optional<Approval> approve(String integration, String user);
    }

    public ApprovalResource(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/integrations/{name}/approvals", Permission.VIEW, call -> answer(call, desk::of)),
                Route.post(
                        "/integrations/{name}/approvals",
                        Permission.DEPLOY,
                        "integration.approve",
                        call -> answer(
                                call, name -> desk.approve(name, call.caller().name()))));
    }

    private static Answer answer(Call call, Function<String, Optional<Approval>> asked) {
        String name = call.name("name");
        return Answer.json(asked.apply(name)
                .orElseThrow(() -> Problem.notFound("there is no integration \"" + name + "\"", "see: serai status")));
    }
}
