package studio.backprop.lesson.play;

import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorView;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.regime.AdversarialTraining;

/** What a generator makes, and what its discriminator takes it for, as the window shows it. NaN where no examples are generated. */
final class GeneratorFacts {
  /** Smallest grid: the map of the plane is not shown here. */
  private static final int SIDE = 1;

  private final Session session;
  private final OncePerStep<GeneratorView> looks;
  private GeneratorEvaluator judge;

  GeneratorFacts(Session session) {
    this.session = session;
    this.looks = new OncePerStep<>(session);
  }

  /** The weights are others. */
  void forget() {
    looks.forget();
  }

  /**
   * @param name as checks have it
   * @param thorough whether there is time to generate a thousand examples
   */
  double number(String name, boolean thorough) {
    if (!session.project().assignment().isAdversarial()) {
      return Double.NaN;
    } else if (name.equals("generator_loss")) {
      return session.measured() ? session.lossOf(AdversarialTraining.GENERATOR) : Double.NaN;
    } else if (!thorough) {
      return Double.NaN;
    }
    GeneratorView seen = looks.get(this::look);
    return switch (name) {
      case "modes" -> seen.coverage().map(found -> (double) found.covered()).orElse(Double.NaN);
      case "share" -> seen.coverage().map(ModeCoverage::share).orElse(Double.NaN);
      case "real" -> seen.meanReal();
      case "generated" -> seen.meanGenerated();
      default -> seen.slope();
    };
  }

  private GeneratorView look() {
    if (judge == null) {
      judge = new GeneratorEvaluator(session.project(), session.data(), session.kernels(), session.parameters());
    }
    return judge.look(session.steps(), SIDE);
  }
}
