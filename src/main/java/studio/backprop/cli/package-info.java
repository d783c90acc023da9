/**
 * Command line on picocli: one command a file ({@link Train}, {@link Evaluate}, {@link Search}, {@link Bench}), and what commands share.
 * Results go to standard output, messages to standard error; exit codes are 0, 1 (failed), 2 (not understood), and 130, 143 or 129 after a
 * signal. Opens a window only for {@code backprop} without a command, {@code bench window}, {@code bench lesson} and {@code lesson}.
 */
package studio.backprop.cli;
