/** Metrics of predictions as pure functions of arrays, in double precision, by the names and definitions of scikit-learn. */
package studio.backprop.evaluate.metric;
