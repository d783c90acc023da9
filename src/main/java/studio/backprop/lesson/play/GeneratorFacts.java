package studio.backprop.lesson.play;

import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorView;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.regime.AdversarialTraining;

/** Quantities of a GAN: generated examples and the discriminator's output, as in the window. NaN without a generator. */
final class GeneratorFacts {
  /** Smallest grid: the map of the plane is not shown here. */
  private static final int GRID_SIDE = 1;

  private final Session session;
  private final OncePerStep<GeneratorView> looks;
  private GeneratorEvaluator judge;

  GeneratorFacts(Session session) {
    this.session = session;
    this.looks = new OncePerStep<>(session);
  }

  void forget() {
    looks.forget();
  }

  /**
   * @param name in checks
   * @param thorough whether to generate a thousand examples
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
    return judge.look(session.steps(), GRID_SIDE);
  }
}
