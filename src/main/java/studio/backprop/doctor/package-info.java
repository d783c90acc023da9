/**
 * Says what is wrong with a training, in numbers, and what to try. It reads what was written down while the network learned
 * ({@link HealthStats}) and what the data are like; it never touches the session, and knows no window.
 */
package studio.backprop.doctor;
