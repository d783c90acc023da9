package studio.backprop.project;

import studio.backprop.setting.Form;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;

/**
 * Settings of a GAN.
 *
 * @param objective loss of the generator
 * @param discriminatorSteps discriminator updates per round, each on other examples, before one of the generator
 * @param realLabel target of real examples; below 1 for one-sided label smoothing. Salimans et al. 2016
 * @param noise distribution of z; its size is that of the input
 * @param ownRate whether the discriminator has a learning rate of its own
 * @param discriminatorRate its learning rate then, with the same schedule
 * @param trains which networks are trained; can change during training
 */
public record AdversarialSettings(
    GanObjective objective, @Range(min = 1, max = 20) int discriminatorSteps, @Range(min = 0.5, max = 1) double realLabel,
    LatentNoise noise, boolean ownRate, @Shown(when = "ownRate", is = "true") @Range(min = 1e-9, max = 100) double discriminatorRate,
    WhoTrains trains) {

  public static final Form<AdversarialSettings> FORM = new Form<>(AdversarialSettings.class, "adversarial");

  public static final AdversarialSettings STANDARD =
      new AdversarialSettings(GanObjective.NON_SATURATING, 1, 1, LatentNoise.NORMAL, false, 0.001, WhoTrains.BOTH);

  public AdversarialSettings withObjective(GanObjective changed) {
    return new AdversarialSettings(changed, discriminatorSteps, realLabel, noise, ownRate, discriminatorRate, trains);
  }

  public AdversarialSettings withDiscriminatorSteps(int changed) {
    return new AdversarialSettings(objective, changed, realLabel, noise, ownRate, discriminatorRate, trains);
  }

  public AdversarialSettings withRealLabel(double changed) {
    return new AdversarialSettings(objective, discriminatorSteps, changed, noise, ownRate, discriminatorRate, trains);
  }

  public AdversarialSettings withNoise(LatentNoise changed) {
    return new AdversarialSettings(objective, discriminatorSteps, realLabel, changed, ownRate, discriminatorRate, trains);
  }

  /** With a separate learning rate of the discriminator. */
  public AdversarialSettings withDiscriminatorRate(double own) {
    return new AdversarialSettings(objective, discriminatorSteps, realLabel, noise, true, own, trains);
  }

  public AdversarialSettings withTrains(WhoTrains changed) {
    return new AdversarialSettings(objective, discriminatorSteps, realLabel, noise, ownRate, discriminatorRate, changed);
  }

  /** Takes over the settings that can change during training: the trained networks and the discriminator's rate. */
  AdversarialSettings withLive(AdversarialSettings other) {
    return new AdversarialSettings(
        objective, discriminatorSteps, realLabel, noise, other.ownRate, other.discriminatorRate, other.trains);
  }
}
