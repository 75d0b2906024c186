/** The console: Hawtio's pages, and Jolokia behind them, where every look and every act asks who calls. */
@NullMarked
package dev.serai.console.hawtio;

import org.jspecify.annotations.NullMarked;
