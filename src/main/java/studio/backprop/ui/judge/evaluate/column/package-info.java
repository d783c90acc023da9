/** The page Features: what each column of a table says, what the network makes of it, and which columns it can do without. */
package studio.backprop.ui.judge.evaluate.column;
