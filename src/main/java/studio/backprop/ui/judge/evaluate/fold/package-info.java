/** The page Cross-validation: how the network does on each fold, how that depends on a setting and on how much data there is. */
package studio.backprop.ui.judge.evaluate.fold;
