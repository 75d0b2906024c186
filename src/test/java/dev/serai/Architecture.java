package dev.serai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, for the product's root package, or for that of a fixture which breaks them. */
final class Architecture {

    /**
     * What each tier may know besides itself. Only runtime, the composition root, may know everybody. The command line knows the
     * console because it is a client of the management API that stands there, and shares its shapes.
     */
    private static final Map<String, List<String>> KNOWS = Map.of(
            "foundation", List.of(),
            "engine", List.of("foundation"),
            "adapter", List.of("engine", "foundation"),
            "management", List.of("adapter", "engine", "foundation"),
            "service", List.of("management", "adapter", "engine", "foundation"),
            "console", List.of("service", "management", "adapter", "engine", "foundation"),
            "cli", List.of("console", "service", "management", "adapter", "engine", "foundation"),
            "api", List.of("service", "management", "adapter", "engine", "foundation"));

    /** What the words of the foundation may be made of. */
    private static final String[] GROUND = {"java..", "javax..", "org.slf4j..", "org.apache.camel..", "org.jspecify.."};

    private static final String VAGUE = ".*(Util|Utils|Utility|Helper|Helpers|Impl|Base|Misc)|Abstract.*";

    private final String root;
    private final List<Exemption> allowed;

    /**
     * A dependency between two rooms that a rule forbids and that is right all the same.
     *
     * @param from the room, below the root, that knows the other
     * @param to the other
     * @param reason why
     */
    record Exemption(String from, String to, String reason) {}

    /**
     * @param root the package the tiers stand in
     * @param allowed dependencies between rooms of one tier that are right all the same
     */
    Architecture(String root, List<Exemption> allowed) {
        this.root = root;
        this.allowed = allowed;
    }

    /** Every rule by its name. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        KNOWS.keySet().stream().sorted().forEach(tier -> rules.put(tier + " knows only the tiers below", below(tier)));
        Stream.of("engine", "adapter", "management", "service")
                .forEach(tier -> rules.put("rooms of " + tier + " do not know each other", apart(tier)));
        rules.put("foundation is made of the JDK, SLF4J and Camel", foundation());
        rules.put("packages form no cycle", noCycle());
        rules.put("nothing deserialises Java objects", noDeserialisation());
        rules.put("only the command line prints", onlyTheCliPrints());
        rules.put("names say what a class is", speakingNames());
        rules.put("every package is null-marked", nullMarked());
        return rules;
    }

    private ArchRule below(String tier) {
        String[] strangers = Stream.concat(KNOWS.keySet().stream(), Stream.of("runtime"))
                .filter(other -> !other.equals(tier)
                        && !KNOWS.getOrDefault(tier, List.of()).contains(other))
                .map(this::inside)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(inside(tier))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers)
                .allowEmptyShould(true);
    }

    private ArchRule apart(String tier) {
        var rule = slices().matching(root + "." + tier + ".(*)..").should().notDependOnEachOther();
        for (Exemption exemption : allowed) {
            rule = rule.ignoreDependency(in(exemption.from()), in(exemption.to()));
        }
        return rule.allowEmptyShould(true);
    }

    private ArchRule foundation() {
        String[] ground = Stream.concat(Stream.of(GROUND), Stream.of(inside("foundation")))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(inside("foundation"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ground)
                .allowEmptyShould(true);
    }

    private ArchRule noCycle() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule noDeserialisation() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
    }

    /** The entry class, alone in the root package, hands the streams to the command line. */
    private ArchRule onlyTheCliPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(inside("cli"), root)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private ArchRule speakingNames() {
        return noClasses().should().haveNameMatching("(.*[.$])?(" + VAGUE + ")");
    }

    private static ArchRule nullMarked() {
        return classes().should(new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getName()));
            }
        });
    }

    private DescribedPredicate<JavaClass> in(String room) {
        return JavaClass.Predicates.resideInAPackage(root + "." + room + "..");
    }

    private String inside(String tier) {
        return root + "." + tier + "..";
    }
}
