package dev.serai.engine.enterprise.deadletter;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultModelReifierFactory;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.DataFormatDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.model.MarshalDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RemoveHeaderDefinition;
import org.apache.camel.model.RemoveHeadersDefinition;
import org.apache.camel.model.RemovePropertyDefinition;
import org.apache.camel.model.SetBodyDefinition;
import org.apache.camel.model.SetHeaderDefinition;
import org.apache.camel.model.SetPropertyDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.TransformDefinition;
import org.apache.camel.model.UnmarshalDefinition;
import org.apache.camel.model.dataformat.CsvDataFormat;
import org.apache.camel.model.dataformat.JsonDataFormat;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.jspecify.annotations.Nullable;

/**
 * Steps that do nothing but compute on the message: what fails there fails again, so it is not repeated. For a step that may be repeated
 * Camel copies the whole message before every attempt, the first too, which cost a tenth of the throughput of a route of five steps.
 */
final class UnrepeatedSteps implements InterceptStrategy {

    private static final Set<String> COMPUTING = Set.of(
            "constant", "simple", "header", "exchangeProperty", "variable", "jsonpath", "jq", "xpath", "tokenize");

    private final Set<Processor> steps =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private UnrepeatedSteps() {}

    /**
     * To be called while the context is initialised: it makes its own reifiers before that.
     *
     * @param uri of the error handlers that this is about: others do what their routes say
     */
    static void attach(CamelContext context, String uri) {
        UnrepeatedSteps unrepeated = new UnrepeatedSteps();
        context.getCamelContextExtension().addInterceptStrategy(unrepeated);
        ((ModelCamelContext) context).setModelReifierFactory(unrepeated.new Reifiers(uri));
    }

    /** Every step passes here just before its error handler is made. */
    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        if (onlyComputes(definition)) {
            steps.add(nextTarget == null ? target : nextTarget);
        }
        return AsyncProcessorConverterHelper.convert(target);
    }

    private static boolean onlyComputes(NamedNode step) {
        if (step instanceof SetBodyDefinition
                || step instanceof SetHeaderDefinition
                || step instanceof SetPropertyDefinition
                || step instanceof SetVariableDefinition
                || step instanceof TransformDefinition
                || step instanceof FilterDefinition) {
            return computes(((ExpressionNode) step).getExpression());
        }
        if (step instanceof ChoiceDefinition choice) {
            return choice.getWhenClauses().stream().allMatch(when -> computes(when.getExpression()));
        }
        if (step instanceof UnmarshalDefinition unmarshal) {
            return computes(unmarshal.getDataFormatType());
        }
        if (step instanceof MarshalDefinition marshal) {
            return computes(marshal.getDataFormatType());
        }
        return step instanceof LogDefinition
                || step instanceof RemoveHeaderDefinition
                || step instanceof RemoveHeadersDefinition
                || step instanceof RemovePropertyDefinition;
    }

    /** An expression that calls a bean may reach anything. */
    private static boolean computes(@Nullable ExpressionDefinition expression) {
        return expression != null
                && COMPUTING.contains(String.valueOf(expression.getLanguage()))
                && !String.valueOf(expression.getExpression()).contains("bean:");
    }

    private static boolean computes(@Nullable DataFormatDefinition format) {
        return format instanceof JsonDataFormat || format instanceof CsvDataFormat;
    }

    private final class Reifiers extends DefaultModelReifierFactory {

        private final String uri;

        Reifiers(String uri) {
            this.uri = uri;
        }

        /** Called once more for the handler that a reference leads to. */
        @Override
        public Processor createErrorHandler(Route route, ErrorHandlerFactory factory, Processor processor)
                throws Exception {
            boolean once = factory instanceof DeadLetterChannelDefinition channel
                    && uri.equals(channel.getDeadLetterUri())
                    && steps.remove(innermost(processor));
            return super.createErrorHandler(route, once ? withoutRepetition(factory) : factory, processor);
        }

        /** The step itself, without what else was put before it. */
        private static Processor innermost(Processor processor) {
            Processor step = processor;
            while (step instanceof WrapAwareProcessor wrapper) {
                step = wrapper.getWrapped();
            }
            return step;
        }

        private static ErrorHandlerFactory withoutRepetition(ErrorHandlerFactory factory) {
            DeadLetterChannelDefinition once = ((DeadLetterChannelDefinition) factory).copyDefinition();
            once.setRetryWhilePredicate(null);
            once.setRedeliveryPolicy(once.getRedeliveryPolicy().copyDefinition());
            once.getRedeliveryPolicy().setMaximumRedeliveries("0");
            return once;
        }
    }
}
