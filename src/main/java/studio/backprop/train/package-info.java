/**
 * Learning over time: settings, the session that takes the steps, and what it reports. Knows {@code tensor}, {@code kernel}, {@code op},
 * {@code network}, {@code plan} and {@code data}.
 */
package studio.backprop.train;
