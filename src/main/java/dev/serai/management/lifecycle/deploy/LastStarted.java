package dev.serai.management.lifecycle.deploy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;

/** Camel's Simple language holds the context that started last in a static field that nothing reads, with all its classes, also when it has ended. */
final class LastStarted {

    private static final CamelContext NOBODYS = new DefaultCamelContext(false);

    private LastStarted() {}

    /** Lets Camel hold a context that has nothing in place of one that has ended. */
    static void forget() {
        SimpleLanguage simple = new SimpleLanguage();
        simple.setCamelContext(NOBODYS);
        simple.start();
    }
}
