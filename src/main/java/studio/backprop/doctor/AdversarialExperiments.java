package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.GanObjective;
import studio.backprop.project.WhoTrains;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/** Remedies for adversarial training: one change each. */
final class AdversarialExperiments {
  /** Standard deviation of instance noise. Sønderby et al. 2017. */
  private static final double NOISE = 0.1;
  private static final double MOST_NOISE = 0.4;
  /** One-sided label smoothing. Salimans et al. 2016. */
  private static final double SMOOTHED = 0.9;
  private static final int MOST_STEPS = 20;
  private static final double SLOWER = 0.1;
  private static final double FASTER = 10;
  private static final double GENTLER = 0.3;

  private AdversarialExperiments() {}

  private static AdversarialSettings settings(Patient patient) {
    return ((Adversarial) patient.project().assignment()).settings();
  }

  private static Remedy setting(Message title, boolean afresh, UnaryOperator<AdversarialSettings> change) {
    return Remedy.trying(title, afresh, project -> project.assignment() instanceof Adversarial own
        ? own.changed(project, change.apply(own.settings())) : project);
  }

  static List<Remedy> forMissing(Patient patient, AdversarialRoles roles) {
    List<Remedy> all = new ArrayList<>(noise(patient, roles));
    all.add(setting(Message.of("doctor.try.objective", title(GanObjective.LEAST_SQUARES)), true,
        own -> own.withObjective(GanObjective.LEAST_SQUARES)));
    if (settings(patient).objective() == GanObjective.LEAST_SQUARES) {
      all.remove(all.size() - 1);
    }
    if (settings(patient).realLabel() > SMOOTHED) {
      all.add(setting(Message.of("doctor.try.real_label", Remedy.plain(SMOOTHED)), true, own -> own.withRealLabel(SMOOTHED)));
    }
    return all;
  }

  private static Message title(GanObjective objective) {
    return Setting.choiceTitle(objective);
  }

  static List<Remedy> againstWinner(Patient patient, AdversarialRoles roles) {
    List<Remedy> all = new ArrayList<>(both(patient, WhoTrains.DISCRIMINATOR));
    if (settings(patient).objective() == GanObjective.MINIMAX) {
      all.add(setting(Message.of("doctor.try.objective", title(GanObjective.NON_SATURATING)), true,
          own -> own.withObjective(GanObjective.NON_SATURATING)));
    }
    all.add(rate(patient, SLOWER));
    all.addAll(noise(patient, roles));
    return all;
  }

  static List<Remedy> forBlind(Patient patient) {
    List<Remedy> all = new ArrayList<>(both(patient, WhoTrains.GENERATOR));
    all.add(rate(patient, FASTER));
    all.addAll(steps(patient));
    return all;
  }

  static List<Remedy> forGoingRound(Patient patient, AdversarialRoles roles) {
    List<Remedy> all = new ArrayList<>();
    boolean lags = settings(patient).ownRate() && settings(patient).discriminatorRate() < patient.project().training().rate();
    if (lags) {
      all.add(rate(patient, FASTER));
    }
    all.addAll(steps(patient));
    all.addAll(noise(patient, roles));
    all.add(Experiments.rate(patient, GENTLER, true));
    return all;
  }

  /** Unfreezes the other network, with the current weights. */
  private static List<Remedy> both(Patient patient, WhoTrains alone) {
    return settings(patient).trains() != alone ? List.of()
        : List.of(setting(Message.of("doctor.try.both"), false, own -> own.withTrains(WhoTrains.BOTH)));
  }

  private static Remedy rate(Patient patient, double factor) {
    AdversarialSettings now = settings(patient);
    double before = now.ownRate() ? now.discriminatorRate() : patient.project().training().rate();
    String written = Remedy.plain(before * factor);
    double rate = Double.parseDouble(written);
    return setting(Message.of("doctor.try.discriminator_rate", written), true, own -> own.withDiscriminatorRate(rate));
  }

  private static List<Remedy> steps(Patient patient) {
    int now = settings(patient).discriminatorSteps();
    int more = Math.min(MOST_STEPS, Math.max(now + 1, 2 * now));
    return more <= now ? List.of() : List.of(
        setting(Message.of("doctor.try.discriminator_steps", more), true, own -> own.withDiscriminatorSteps(more)));
  }

  /** Adds instance noise before D, or increases it. */
  private static List<Remedy> noise(Patient patient, AdversarialRoles roles) {
    Network network = patient.network();
    Optional<Node> there = network.nodes().stream().filter(node -> node.layer() instanceof GaussianNoise)
        .filter(node -> network.leads(roles.generated().id(), node.id())).findFirst();
    if (there.isPresent()) {
      double more = 2 * ((GaussianNoise) there.get().layer()).deviation();
      return more > MOST_NOISE ? List.of() : List.of(Remedy.trying(Message.of("doctor.try.more_noise", Remedy.plain(more)), true,
          project -> project.withNetwork(own -> own.with(there.get().id(), node -> node.withLayer(new GaussianNoise(more))))));
    }
    return network.wires().stream().filter(wire -> isFirst(network, wire, roles)).limit(1)
        .map(wire -> Experiments.inserting(Message.of("doctor.try.noise", Remedy.plain(NOISE)), wire, new GaussianNoise(NOISE))).toList();
  }

  /** Whether a wire leads from the combined batch into D. */
  private static boolean isFirst(Network network, Wire wire, AdversarialRoles roles) {
    return network.sources(wire.from()).stream().anyMatch(node -> node.id() == roles.real().id())
        && network.sources(wire.from()).stream().anyMatch(node -> node.id() == roles.generated().id());
  }
}
