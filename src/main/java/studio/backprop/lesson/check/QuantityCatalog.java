package studio.backprop.lesson.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.backprop.doctor.Finding;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.lesson.check.CheckedQuantity.Kind;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.project.Regularization;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;

/** Catalog of the quantities that checks can read, by subject and name. */
public final class QuantityCatalog {
  /** Quantities with indices of an element. */
  static final List<String> INDEXED = List.of("weight", "bias", "out");
  /** Predicted probability of one class for the drawing. */
  static final String PROBABILITY = "probability";
  /** Attribution methods, indexed by input. */
  static final List<String> ATTRIBUTED = List.of("saliency", "integrated", "occlusion");
  private static final Map<String, Kind> SCORES = of(Kind.MEASURED, "loss", "accuracy", "mae", "r2");
  /** Per-class metrics of a part of the data: of the positive class for two, macro-averaged for more. */
  private static final Map<String, Kind> OF_CLASSES = of(Kind.MEASURED, "precision", "recall", "f1");
  private static final Map<String, Kind> OF_PART = and(SCORES, OF_CLASSES);
  private static final Map<Subject, Map<String, Kind>> ALL = Map.ofEntries(
      Map.entry(Subject.BATCH, of(Kind.MEASURED, "loss", "accuracy", "error")),
      Map.entry(Subject.EPOCH, SCORES), Map.entry(Subject.TRAIN, OF_PART), Map.entry(Subject.VALID, OF_PART),
      Map.entry(Subject.TEST, OF_PART),
      Map.entry(Subject.RUN, and(of(Kind.EXACT, "step", "epoch", "rate"), of(Kind.WORD, "state"))),
      Map.entry(Subject.NETWORK, of(Kind.EXACT, "layers", "parameters", "problems")),
      Map.entry(Subject.DATA, and(of(Kind.EXACT, "points", "noise", "validationShare", "testShare", "seed"),
          of(Kind.WORD, "dataset", "scaling"))),
      Map.entry(Subject.TRAINING, training()), Map.entry(Subject.NODE, node()), Map.entry(Subject.DOCTOR, doctor()),
      Map.entry(Subject.PAD, and(and(of(Kind.MEASURED, "confidence", PROBABILITY), of(Kind.EXACT, "class", "label", "changed", "origin")),
          of(Kind.TRUTH, "drawn"))),
      Map.entry(Subject.FOLDS, and(and(of(Kind.MEASURED, "mean", "lowest", "highest", "deviation", "train", "high", "low"),
          of(Kind.EXACT, "count", "repeats", "best")), of(Kind.TRUTH, "leaks"))),
      Map.entry(Subject.EXPLAIN, and(of(Kind.MEASURED, ATTRIBUTED.toArray(String[]::new)), of(Kind.EXACT, "class", "label"))),
      Map.entry(Subject.METRICS, and(of(Kind.EXACT, "threshold", "true_positives", "false_positives", "false_negatives"),
          of(Kind.MEASURED, "precision", "recall", "f1", "balanced_accuracy", "roc_auc"))),
      Map.entry(Subject.AGENT, and(of(Kind.MEASURED, "mean_return", "best_mean_return", "greedy", "greedy_steps", "epsilon"),
          of(Kind.EXACT, "episodes", "steps"))),
      Map.entry(Subject.GAN, and(of(Kind.MEASURED, "share", "real", "generated", "gradient", "generator_loss"), of(Kind.EXACT, "modes"))),
      Map.entry(Subject.SEARCH, and(of(Kind.MEASURED, "valid", "median", "test", "deviation", "repeats"),
          of(Kind.EXACT, "trials", "best", "lead"))),
      Map.entry(Subject.NOISE, of(Kind.MEASURED, "confidence", "sure")),
      Map.entry(Subject.SEEN, of(Kind.TRUTH, LessonView.names().toArray(String[]::new))));

  private QuantityCatalog() {}

  /** Whether a quantity is a per-class metric. */
  public static boolean ofClasses(String name) {
    return OF_CLASSES.containsKey(name);
  }

  /** Names and types of the quantities of a subject. */
  static Map<String, Kind> of(Subject subject) {
    return ALL.get(subject);
  }

  static Collection<String> subjects() {
    TreeSet<String> names = new TreeSet<>(List.of("changes", "answer", "lane", "start"));
    ALL.keySet().forEach(subject -> names.add(subject.name().toLowerCase(Locale.ROOT)));
    return names;
  }

  private static Map<String, Kind> of(Kind kind, String... names) {
    Map<String, Kind> all = new LinkedHashMap<>();
    Stream.of(names).forEach(name -> all.put(name, kind));
    return all;
  }

  private static Map<String, Kind> and(Map<String, Kind> some, Map<String, Kind> more) {
    Map<String, Kind> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static Map<String, Kind> training() {
    Map<String, Kind> all = and(of(Kind.EXACT, "epochs", "batch", "rate", "patience", "seed"),
        and(of(Kind.WORD, "optimizer", "schedule"), of(Kind.TRUTH, "shuffle", "balance", "class_weights")));
    addTo(all, Regularization.FORM);
    return all;
  }

  private static Map<String, Kind> node() {
    Map<String, Kind> all = new TreeMap<>();
    LayerCatalog.types().forEach(type -> addTo(all, type.form()));
    all.putAll(of(Kind.MEASURED, "gradient", "norm", "moved", "silent", "saturated"));
    all.putAll(of(Kind.EXACT, INDEXED.toArray(String[]::new)));
    all.putAll(of(Kind.TRUTH, "exists", "alike"));
    return all;
  }

  private static void addTo(Map<String, Kind> all, Form<?> form) {
    for (Setting setting : form.settings()) {
      all.putIfAbsent(setting.name(), switch (setting.kind()) {
        case WHOLE, REAL, SIZE -> Kind.EXACT;
        case SWITCH -> Kind.TRUTH;
        default -> Kind.WORD;
      });
    }
  }

  private static Map<String, Kind> doctor() {
    List<String> names = new ArrayList<>();
    for (Finding.Kind kind : Finding.Kind.values()) {
      names.add(kind.id());
    }
    names.add("healthy");
    return of(Kind.TRUTH, names.toArray(String[]::new));
  }
}
