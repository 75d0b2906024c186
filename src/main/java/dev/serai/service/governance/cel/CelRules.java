package dev.serai.service.governance.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.serai.service.governance.rule.Hosts;
import dev.serai.service.governance.rule.Rule;
import dev.serai.service.governance.rule.RuleException;
import dev.serai.service.governance.rule.RuleLanguage;
import dev.serai.service.governance.rule.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules in CEL: checked against the vocabulary when they are read, so that a field that does not exist is told with its column, and bounded in
 * what they may cost.
 */
public final class CelRules implements RuleLanguage {

    private static final int LONGEST = 10_000;
    private static final int MOST_STEPS = 100_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .comprehensionMaxIterations(MOST_STEPS)
            .build();

    private final Map<Vocabulary, Environment> environments = new ConcurrentHashMap<>();

    private record Environment(CelCompiler truths, CelCompiler values, CelRuntime runtime) {}

    @Override
    public Rule rule(String expression, Vocabulary vocabulary) throws RuleException {
        Environment environment = environment(vocabulary);
        return compiled(expression, environment.truths(), environment.runtime());
    }

    @Override
    public Rule value(String expression, Vocabulary vocabulary) throws RuleException {
        Environment environment = environment(vocabulary);
        return compiled(expression, environment.values(), environment.runtime());
    }

    @Override
    public Object constant(Object value) {
        return CelThing.of(value);
    }

    private Environment environment(Vocabulary vocabulary) {
        return environments.computeIfAbsent(vocabulary, CelRules::build);
    }

    private static Environment build(Vocabulary vocabulary) {
        CelThings things = new CelThings(vocabulary);
        return new Environment(
                compiler(things, vocabulary).setResultType(SimpleType.BOOL).build(),
                compiler(things, vocabulary).build(),
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .setOptions(OPTIONS)
                        .setTypeProvider(things)
                        .addFunctionBindings(bindings())
                        .build());
    }

    private static CelCompilerBuilder compiler(CelThings things, Vocabulary vocabulary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(things)
                .addFunctionDeclarations(functions());
        vocabulary.variables().forEach((name, kind) -> builder.addVar(name, things.type(kind)));
        return builder;
    }

    private static List<CelFunctionDecl> functions() {
        CelType any = ListType.create(SimpleType.DYN);
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "isPrivate",
                        CelOverloadDecl.newGlobalOverload("isPrivate_string", SimpleType.BOOL, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        "isOneOf",
                        CelOverloadDecl.newMemberOverload(
                                "string_isOneOf_list", SimpleType.BOOL, SimpleType.STRING, any)));
    }

    private static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("isPrivate_string", String.class, Hosts::isPrivate),
                CelFunctionBinding.from("string_isOneOf_list", String.class, List.class, CelRules::isOneOf));
    }

    private static Object isOneOf(String host, List<?> patterns) {
        return Hosts.isOneOf(host, patterns);
    }

    private static Rule compiled(String expression, CelCompiler compiler, CelRuntime runtime) throws RuleException {
        CelValidationResult result = compiler.compile(expression);
        if (result.hasError()) {
            throw fault(result.getErrors().get(0));
        }
        try {
            CelRuntime.Program program = runtime.createProgram(result.getAst());
            return facts -> evaluated(program, facts);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new RuleException(String.valueOf(e.getMessage()), 0, 0);
        }
    }

    private static RuleException fault(CelIssue issue) {
        return new RuleException(
                words(issue.getMessage()),
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn() + 1);
    }

    /** The parser lists every sign that could follow; the first words say enough. */
    private static String words(String message) {
        return message.replaceAll(" expecting \\{.*}$", "")
                .replace("'<EOF>'", "the end of the rule")
                .replace(" (in container '')", "");
    }

    private static Object evaluated(CelRuntime.Program program, Map<String, Object> facts) throws RuleException {
        try {
            facts.replaceAll((name, value) -> CelThing.of(value));
            return program.eval(facts);
        } catch (CelEvaluationException e) {
            throw new RuleException(reason(e), 0, 0);
        }
    }

    private static String reason(CelEvaluationException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^evaluation error( at [^:]*:\\d+)?: ", "");
    }
}
