package studio.backprop.lesson.play;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import studio.backprop.compare.Differing;
import studio.backprop.data.Part;
import studio.backprop.doctor.HealthStats;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Facts;
import studio.backprop.lesson.check.QuantityCatalog;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/**
 * Quantities of a session between two steps. Those read at every step are read in place, without allocation. Parts with many rows are
 * evaluated only on request.
 */
public final class SessionFacts implements Facts, Facts.Clock {
  /** Largest part that is evaluated after each step. */
  private static final int FEW_ROWS = 256;

  private final Session session;
  private final Supplier<Circumstances> around;
  private final MeasuredNodes nodes;
  private final Map<Part, Scored> scores = new IdentityHashMap<>();
  private final Map<CheckedQuantity, Known> known = new IdentityHashMap<>();
  private final DrawnFacts drawn;
  private final ReasonFacts reasons;
  private final MetricFacts metrics;
  private final AgentFacts agent;
  private final GeneratorFacts generator;
  private Compared compared;

  /** Metrics of a part at a step. */
  private record Scored(long step, Metrics metrics, List<ClassCount> classes) {
    private double number(CheckedQuantity quantity) {
      return QuantityCatalog.ofClasses(quantity.name()) ? ofClasses(classes, quantity) : metric(metrics, quantity.name());
    }
  }

  /** Cached value. @param of project or session that it holds for */
  private record Known(Object of, int epoch, double number, String word) {}

  /** Cached number of differences between two projects. */
  private record Compared(Object project, Object start, int changes) {}

  /** @param health last health record of the run */
  public SessionFacts(Session session, Supplier<Circumstances> around, Supplier<Optional<HealthStats>> health) {
    this.session = session;
    this.around = around;
    this.nodes = new MeasuredNodes(session, around, health);
    this.drawn = new DrawnFacts(session);
    this.reasons = new ReasonFacts(session);
    this.metrics = new MetricFacts(session);
    this.agent = new AgentFacts(session);
    this.generator = new GeneratorFacts(session);
  }

  /** Invalidates cached metrics after a manual change of weights. */
  public void forgetScores() {
    scores.clear();
    drawn.forget();
    reasons.forget();
    metrics.forget();
    agent.forget();
    generator.forget();
  }

  @Override
  public Clock clock(char lane) {
    return this;
  }

  @Override
  public long step() {
    return session.steps();
  }

  @Override
  public int epoch() {
    return session.epoch();
  }

  @Override
  public boolean atEpochEnd() {
    return session.steps() > 0 && session.batch() == 0;
  }

  /** Of the project itself; {@link VariantFacts} adds the variants. */
  @Override
  public double number(CheckedQuantity quantity, boolean thorough) {
    if (quantity.lane().isPresent() && !quantity.start()) {
      return Double.NaN;
    }
    if (quantity.start()) {
      return around.get().startValues().getOrDefault(key(quantity), Double.NaN);
    }
    return switch (quantity.subject()) {
      case BATCH -> !session.measured() ? Double.NaN : quantity.name().equals("loss") ? session.loss() : session.measure();
      case EPOCH -> ofEpoch(quantity);
      case TRAIN -> score(Part.TRAIN, quantity, thorough);
      case TEST -> score(Part.TEST, quantity, thorough);
      case VALID -> validation(quantity, thorough);
      case RUN -> run(quantity.name());
      case NETWORK, DATA, TRAINING -> setting(quantity).number;
      case NODE -> node(quantity);
      case DOCTOR -> doctor(quantity.name());
      case CHANGES -> changes();
      case SEEN -> around.get().seen().contains(quantity.name()) ? 1 : 0;
      case ANSWER -> answer(quantity);
      case EXPLAIN -> reasons.number(quantity, around.get().example(), around.get().project().threshold(), thorough);
      case FOLDS -> around.get().folds().number(quantity.name());
      case METRICS -> metrics.number(quantity.name(), around.get().project().threshold(), thorough);
      case AGENT -> agent.number(quantity.name(), thorough);
      case GAN -> generator.number(quantity.name(), thorough);
      case SEARCH -> around.get().search().number(quantity.name());
      case PAD, NOISE -> drawn.number(quantity, around.get().example(), thorough);
      case BROKEN -> session.fault().isPresent() ? 1 : 0;
    };
  }

  public static String key(CheckedQuantity quantity) {
    return quantity.lane().map(String::valueOf).orElse("") + quantity.subject() + quantity.node() + "." + quantity.name()
        + quantity.indices();
  }

  // --- cached quantities

  /** Metric of the last completed epoch; NaN before the first. */
  private double ofEpoch(CheckedQuantity quantity) {
    int epoch = session.epoch();
    if (epoch == 0) {
      return Double.NaN;
    }
    Known known = this.known.get(quantity);
    if (known == null || known.epoch != epoch) {
      known = new Known(session, epoch, lastEpoch().map(record -> read(record, quantity)).orElse(Double.NaN), null);
      this.known.put(quantity, known);
    }
    return known.number;
  }

  private double read(EpochRecord record, CheckedQuantity quantity) {
    if (quantity.subject() == Subject.EPOCH || !QuantityCatalog.ofClasses(quantity.name())) {
      return metric(quantity.subject() == Subject.EPOCH ? record.train() : record.validation(), quantity.name());
    }
    List<ClassCount> counted = session.validationClasses();
    boolean there = counted.stream().anyMatch(one -> one.examples() > 0);
    return there ? ofClasses(counted, quantity) : score(Part.VALIDATION, quantity, true); // the run was opened after this epoch
  }

  private Known setting(CheckedQuantity quantity) {
    boolean ofNetwork = quantity.subject() == Subject.NODE || quantity.subject() == Subject.NETWORK;
    Project project = ofNetwork ? session.project() : around.get().project();
    Known found = known.get(quantity);
    if (found == null || found.of != project) {
      boolean word = quantity.kind() == CheckedQuantity.Kind.WORD;
      found = new Known(project, 0, word ? Double.NaN : SettingReader.number(quantity, project),
          word ? SettingReader.word(quantity, project) : null);
      known.put(quantity, found);
    }
    return found;
  }

  private Optional<EpochRecord> lastEpoch() {
    List<EpochRecord> all = session.epochs();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  public static double metric(Metrics metrics, String name) {
    return switch (name) {
      case "loss" -> metrics.loss();
      case "accuracy" -> metrics.accuracy();
      case "mae" -> metrics.mae();
      default -> metrics.r2();
    };
  }

  /** Per-class metric: of one class, of the positive class of two, or the macro average; NaN for an unknown class. */
  private static double ofClasses(List<ClassCount> classes, CheckedQuantity quantity) {
    ToDoubleFunction<ClassCount> figure = switch (quantity.name()) {
      case "precision" -> ClassCount::precision;
      case "recall" -> ClassCount::recall;
      default -> ClassCount::f1;
    };
    if (quantity.indices().isEmpty()) {
      return ClassCount.of(classes, figure);
    }
    int place = quantity.indices().get(0);
    return place < classes.size() ? figure.applyAsDouble(classes.get(place)) : Double.NaN;
  }

  private double score(Part part, CheckedQuantity quantity, boolean thorough) {
    int rows = session.data().rows(part);
    Scored known = scores.get(part);
    if (known != null && known.step == session.steps()) {
      return known.number(quantity);
    }
    if (rows == 0 || rows > FEW_ROWS && !thorough) {
      return Double.NaN;
    }
    Metrics metrics = session.evaluate(part);
    Scored scored = new Scored(session.steps(), metrics, session.regime().classes(part));
    scores.put(part, scored);
    return scored.number(quantity);
  }

  /** Validation metric of the last epoch, as in the plots; before the first epoch that of the idle session. */
  private double validation(CheckedQuantity quantity, boolean thorough) {
    boolean scored = session.epoch() > 0 && !session.epochs().isEmpty();
    return scored ? ofEpoch(quantity) : thorough ? score(Part.VALIDATION, quantity, true) : Double.NaN;
  }

  private double run(String name) {
    return switch (name) {
      case "step" -> session.steps();
      case "epoch" -> session.epoch();
      case "rate" -> session.currentRate();
      default -> Double.NaN;
    };
  }

  private double node(CheckedQuantity quantity) {
    return MeasuredNodes.measures(quantity) ? nodes.number(quantity) : setting(quantity).number;
  }

  // --- circumstances

  private double doctor(String name) {
    Circumstances now = around.get();
    if (!now.examined()) {
      return Double.NaN;
    }
    return (name.equals("healthy") ? now.findings().isEmpty() : now.findings().contains(name)) ? 1 : 0;
  }

  private double changes() {
    Circumstances now = around.get();
    if (compared == null || compared.project != now.project() || compared.start != now.start()) {
      compared = new Compared(now.project(), now.start(), Differing.between(now.start(), now.project()).size());
    }
    return compared.changes;
  }

  private double answer(CheckedQuantity quantity) {
    Circumstances now = around.get();
    return quantity.name().equals("sure") ? now.sure().getOrDefault(quantity.node(), -1)
        : now.answers().getOrDefault(quantity.node(), Double.NaN);
  }

  @Override
  public String word(CheckedQuantity quantity) {
    Circumstances now = around.get();
    return switch (quantity.subject()) {
      case RUN -> session.fault().isPresent() ? "fault" : session.finished() ? "finished" : now.playing() ? "playing" : "paused";
      case DATA, TRAINING, NODE -> setting(quantity).word;
      default -> null;
    };
  }
}
