/** IBM MQ and IBM i, of which no server can be had: what is shown here is told in their READMEs. */
@NullMarked
package dev.serai.connector.ibm;

import org.jspecify.annotations.NullMarked;
