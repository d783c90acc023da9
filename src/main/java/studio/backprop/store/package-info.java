/**
 * Projects in files: one open ZIP of JSON, numbers and tables, written whole or not at all, and read with suspicion. What can go wrong is a
 * {@link studio.backprop.store.StoreProblem} with a sentence for the person. Knows {@code tensor}, {@code setting}, {@code layer},
 * {@code network}, {@code plan}, {@code data} and {@code train}.
 */
package studio.backprop.store;
