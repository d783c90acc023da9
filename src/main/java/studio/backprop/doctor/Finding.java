package studio.backprop.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Something that is wrong, in the learner's numbers.
 *
 * @param kind what it is
 * @param severity how bad it is here, mostly as bad as others of its kind
 * @param nodes where it is, by their ids, from the first to the last; empty where it is no node's
 * @param figures the numbers that say so
 * @param sentence what was seen
 * @param why how that comes about
 * @param experiments what may help, the likeliest first; each is an edit that can be tried and undone
 * @param cause what else was found that has led to it, against which the first experiment is
 */
public record Finding(
    Kind kind, Severity severity, List<Integer> nodes, List<Figure> figures, Message sentence, Message why, List<Remedy> experiments,
    Optional<Kind> cause) {
  /** How bad it is. */
  public enum Severity {
    /** Nothing, or less than nothing, is learned. */
    SERIOUS,
    /** It learns, but not as well as it could, or not what was meant. */
    WARNING;

    public Message title() {
      return Message.of("doctor.severity." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** The part of a training step that a check is about. */
  public enum Area {
    DATA,
    FORWARD,
    BACKWARD,
    UPDATE;

    public Message title() {
      return Message.of("doctor.group." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Where the window shows more of a finding than its numbers. */
  public enum Page {
    /** Each class by itself, and the threshold. */
    METRICS,
    /** The same with other rows held out. */
    CROSS_VALIDATION;

    /** What leads there. */
    public Message title() {
      return Message.of("doctor.page." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** All that is looked for, causes before what comes of them. */
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

    /** Where in a step it shows. */
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

    /** Whether it is about an agent, and said of no other training. */
    public boolean isOfAgents() {
      return switch (this) {
        case VALUES_RUN_AWAY, UNSCALED_STATE, EXPLORES_NO_MORE, ONE_ACTION, FORGETS -> true;
        default -> false;
      };
    }

    /** Whether it is about a generator and a discriminator, and said of no other training. */
    public boolean isAdversarial() {
      return switch (this) {
        case DISCRIMINATOR_WINS, DISCRIMINATOR_BLIND, GOING_ROUND, MODE_MISSING -> true;
        default -> false;
      };
    }

    /** The page of the window that shows more of it; empty where none does. */
    public Optional<Page> page() {
      return switch (this) {
        case IMBALANCE -> Optional.of(Page.METRICS);
        case OVERFITTING, LEAKAGE -> Optional.of(Page.CROSS_VALIDATION);
        default -> Optional.empty();
      };
    }

    /** Its name in files, such as {@code dead_relu}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public Message title() {
      return Message.of(key());
    }

    /** What is fine where it is not found. */
    public Message fine() {
      return Message.of(key() + ".fine");
    }

    /** What is said over the nodes that it is about; it takes their number. */
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
   * A number and what it is.
   *
   * @param share whether it is a part of one, to be written in percent
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

  /**
   * What is still to be said of it in a project that has been edited since: of two networks that learn against each other, no experiment
   * that is set already is offered again, and one that rested rests no more.
   */
  public Finding in(Project now) {
    List<Remedy> open = kind.isAdversarial() ? experiments.stream().filter(remedy -> !remedy.isSet(now)).toList() : experiments;
    boolean again = experiments.stream().anyMatch(remedy -> !remedy.afresh() && !open.contains(remedy));
    Message reason = again && why.key().endsWith(".rests.why") ? Message.of(kind.key() + ".rested.why") : why;
    return open.size() == experiments.size() ? this : new Finding(kind, severity, nodes, figures, sentence, reason, open, cause);
  }

  Finding serious() {
    return new Finding(kind, Severity.SERIOUS, nodes, figures, sentence, why, experiments, cause);
  }

  /** Of another cause, and with what helps against that before all else. */
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
