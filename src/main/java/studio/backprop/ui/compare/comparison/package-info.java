/**
 * Twin runs: two to four variants of the drawn network learn side by side from the same start, with a guard that they differ in one thing
 * only; and the table of tries, which keeps what every run of the session came to. The engine of the twins is in
 * {@code train.twins}; here is what is chosen, what is seen, and what is kept.
 */
package studio.backprop.ui.compare.comparison;
