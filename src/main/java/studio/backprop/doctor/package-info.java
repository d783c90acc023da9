/**
 * Training diagnostics: detection of vanishing and exploding gradients, dead units, overfitting, unscaled data and the like, with numbers,
 * remedies and experiments. {@link HealthMonitor} records statistics on the training thread without allocation ({@link HealthStats});
 * {@link Doctor} reads them on a worker thread every 50 steps and returns {@link Finding}s; an {@link Experiment} trains a changed copy of
 * the project, a {@link TriedRemedy} tries what may help after a fault. Thresholds of each kind of training stand in its {@code …Checks}
 * class. Never touches the session.
 */
package studio.backprop.doctor;
