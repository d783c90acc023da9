/** Numbers and, beside each, its gradient; shapes, random sources and initial values. Knows only {@code text}. */
package studio.backprop.tensor;
