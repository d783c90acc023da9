package studio.backprop.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Finding of the diagnosis. Immutable.
 *
 * @param severity usually that of its kind
 * @param nodes ids of affected nodes in order; may be empty
 * @param figures supporting numbers
 * @param sentence observation, localized
 * @param why explanation, localized
 * @param experiments remedies by descending likelihood, each an undoable edit
 * @param cause finding that causes it, treated by the first experiment
 */
public record Finding(
    Kind kind, Severity severity, List<Integer> nodes, List<Figure> figures, Message sentence, Message why, List<Remedy> experiments,
    Optional<Kind> cause) {
  public enum Severity {
    /** Nothing is learned. */
    SERIOUS,
    /** Learning is impaired. */
    WARNING;

    public Message title() {
      return Message.of("doctor.severity." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Part of a training step. */
  public enum Area {
    DATA,
    FORWARD,
    BACKWARD,
    UPDATE;

    public Message title() {
      return Message.of("doctor.group." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Page with details of a finding. */
  public enum Page {
    /** Metrics by class, and the threshold. */
    METRICS,
    /** Cross-validation. */
    CROSS_VALIDATION;

    public Message title() {
      return Message.of("doctor.page." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Kinds of findings, causes before consequences. */
  public enum Kind {
    NOT_FINITE(Severity.SERIOUS),
    FROZEN(Severity.SERIOUS),
    CONSTANT_COLUMN(Severity.WARNING),
    BAD_SCALING(Severity.SERIOUS),
    WRONG_LOSS(Severity.WARNING),
    SYMMETRY(Severity.SERIOUS),
    VANISHING(Severity.SERIOUS),
    VANISHING_THROUGH_TIME(Severity.SERIOUS),
    EXPLODING(Severity.SERIOUS),
    RATE_TOO_HIGH(Severity.SERIOUS),
    DEAD_RELU(Severity.SERIOUS),
    SATURATION(Severity.SERIOUS),
    RATE_TOO_LOW(Severity.WARNING),
    NO_SHUFFLE(Severity.WARNING),
    SMALL_BATCH_NORM(Severity.WARNING),
    TARGET_LEAKAGE(Severity.WARNING),
    LEAKAGE(Severity.WARNING),
    IMBALANCE(Severity.WARNING),
    OVERFITTING(Severity.WARNING),
    UNDERFITTING(Severity.WARNING),
    VALUES_RUN_AWAY(Severity.SERIOUS),
    UNSCALED_STATE(Severity.WARNING),
    EXPLORES_NO_MORE(Severity.SERIOUS),
    ONE_ACTION(Severity.WARNING),
    FORGETS(Severity.WARNING),
    DISCRIMINATOR_WINS(Severity.SERIOUS),
    DISCRIMINATOR_BLIND(Severity.SERIOUS),
    GOING_ROUND(Severity.SERIOUS),
    MODE_MISSING(Severity.WARNING);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }

    public Area area() {
      return switch (this) {
        case CONSTANT_COLUMN, BAD_SCALING, TARGET_LEAKAGE, LEAKAGE, IMBALANCE, NO_SHUFFLE, UNSCALED_STATE,
            EXPLORES_NO_MORE -> Area.DATA;
        case NOT_FINITE, WRONG_LOSS, DEAD_RELU, SATURATION, SMALL_BATCH_NORM, VALUES_RUN_AWAY, ONE_ACTION, MODE_MISSING,
            DISCRIMINATOR_BLIND -> Area.FORWARD;
        case SYMMETRY, VANISHING, VANISHING_THROUGH_TIME, EXPLODING, DISCRIMINATOR_WINS -> Area.BACKWARD;
        case FROZEN, RATE_TOO_HIGH, RATE_TOO_LOW, OVERFITTING, UNDERFITTING, FORGETS, GOING_ROUND -> Area.UPDATE;
      };
    }

    /** Whether it applies to agents only. */
    public boolean isOfAgents() {
      return switch (this) {
        case VALUES_RUN_AWAY, UNSCALED_STATE, EXPLORES_NO_MORE, ONE_ACTION, FORGETS -> true;
        default -> false;
      };
    }

    /** Whether it applies to adversarial training only. */
    public boolean isAdversarial() {
      return switch (this) {
        case DISCRIMINATOR_WINS, DISCRIMINATOR_BLIND, GOING_ROUND, MODE_MISSING -> true;
        default -> false;
      };
    }

    /** Empty if no page has details. */
    public Optional<Page> page() {
      return switch (this) {
        case IMBALANCE -> Optional.of(Page.METRICS);
        case OVERFITTING, LEAKAGE -> Optional.of(Page.CROSS_VALIDATION);
        default -> Optional.empty();
      };
    }

    /** Name in files, such as {@code dead_relu}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public Message title() {
      return Message.of(key());
    }

    /** Localized text if it is not found. */
    public Message fine() {
      return Message.of(key() + ".fine");
    }

    /** Text key of the label over affected nodes; takes their number. */
    public String bracket() {
      return switch (this) {
        case VANISHING, VANISHING_THROUGH_TIME, FROZEN, SYMMETRY, DEAD_RELU, SATURATION, EXPLODING -> key() + ".bracket";
        default -> "doctor.bracket";
      };
    }

    String key() {
      return "doctor." + id();
    }
  }

  /**
   * Labelled number.
   *
   * @param share whether to format it in percent
   */
  public record Figure(Message label, double value, boolean share) {
    Figure(Message label, double value) {
      this(label, value, false);
    }

    static Figure share(Message label, double value) {
      return new Figure(label, value, true);
    }
  }

  Finding(Kind kind, List<Integer> nodes, List<Figure> figures, Message sentence, Message why, List<Remedy> experiments) {
    this(kind, kind.severity(), nodes, figures, sentence, why, experiments, Optional.empty());
  }

  /** Update for an edited project: of adversarial training, without applied experiments. */
  public Finding in(Project now) {
    List<Remedy> open = kind.isAdversarial() ? experiments.stream().filter(remedy -> !remedy.isSet(now)).toList() : experiments;
    boolean again = experiments.stream().anyMatch(remedy -> !remedy.afresh() && !open.contains(remedy));
    Message reason = again && why.key().endsWith(".rests.why") ? Message.of(kind.key() + ".rested.why") : why;
    return open.size() == experiments.size() ? this : new Finding(kind, severity, nodes, figures, sentence, reason, open, cause);
  }

  Finding serious() {
    return new Finding(kind, Severity.SERIOUS, nodes, figures, sentence, why, experiments, cause);
  }

  /** With a cause, whose first experiment comes first. */
  Finding because(Finding found, Message seen, Message reason) {
    List<Remedy> all = Stream.concat(found.experiments.stream().limit(1), experiments.stream()).toList();
    return new Finding(kind, severity, nodes, figures, seen, reason, all, Optional.of(found.kind));
  }

  public Finding {
    nodes = List.copyOf(nodes);
    figures = List.copyOf(figures);
    experiments = List.copyOf(experiments);
  }
}
