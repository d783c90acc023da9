package studio.backprop.ui.compare.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backprop.compare.Differing;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Task;
import studio.backprop.network.Analysis;
import studio.backprop.network.Problem;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.text.Message;

/**
 * Variants of a comparison and the single-difference guard: variants differ from the base in one setting, so that an effect has one cause.
 */
public final class ComparedVariants {
  static final int MIN_VARIANTS = KeptTwins.LEAST;
  static final int MAX_VARIANTS = KeptTwins.MOST;

  /**
   * A rejected change.
   *
   * @param change the requested one
   * @param differing all settings in which the variant would differ; empty where it could not be trained
   */
  record Refusal(int lane, UnaryOperator<Project> change, List<Differing> differing, Optional<Message> problem) {}

  private final ReadOnlyObjectWrapper<List<Project>> variants = new ReadOnlyObjectWrapper<>(this, "variants", List.of());
  private final ReadOnlyObjectWrapper<Optional<Refusal>> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
  private final BooleanProperty guarded = new SimpleBooleanProperty(this, "guarded", true);
  private Project base = Project.EMPTY;
  private boolean chosen;
  private Optional<DataForm> form = Optional.empty();

  public ReadOnlyObjectProperty<List<Project>> variantsProperty() {
    return variants.getReadOnlyProperty();
  }

  public List<Project> variants() {
    return variants.get();
  }

  /** The last rejected change, until resolved. */
  ReadOnlyObjectProperty<Optional<Refusal>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether a variant may differ from the base project in one setting only. */
  BooleanProperty guardedProperty() {
    return guarded;
  }

  /** The project on the canvas. */
  public Project base() {
    return base;
  }

  /** Whether the data have classes, or are not known yet. */
  boolean hasClasses() {
    return form.map(data -> data.task() == Task.CLASSES).orElse(true);
  }

  /** Starts with the default variants. @param form of its data, if known */
  void begin(Project drawn, Optional<DataForm> form) {
    this.base = drawn;
    this.form = form;
    show(offered(Proposal.RATES), false);
  }

  /** Starts with these variants. @param form of its data, if known */
  void compare(Project drawn, Optional<DataForm> form, List<Project> chosen) {
    this.base = drawn;
    this.form = form;
    show(chosen, false);
  }

  void compare(Project drawn, List<Project> wanted) {
    compare(drawn, form, wanted);
  }

  /** Starts with stored variants where all are trainable, else with the default ones. @param form of its data, if known */
  void restore(Project drawn, Optional<DataForm> form, List<Project> kept) {
    begin(drawn, form);
    if (!kept.isEmpty() && kept.stream().allMatch(variant -> problem(variant).isEmpty())) {
      show(kept, false);
    }
  }

  /** Clears the comparison when another project was opened. */
  void end() {
    base = Project.EMPTY;
    show(List.of(), false);
  }

  /** The trainable variants of a proposal; none where fewer than two are left. */
  List<Project> offered(Proposal proposal) {
    List<Project> trainable = proposal.of(base).stream().filter(variant -> variant.equals(base) || problem(variant).isEmpty()).toList();
    return trainable.size() < MIN_VARIANTS ? List.of() : trainable;
  }

  void propose(Proposal proposal) {
    show(offered(proposal), true);
  }

  /** Sets these variants without the guard: optimizers to be compared differ in rate as well. */
  void enter(List<Project> wanted) {
    show(wanted, true);
  }

  public void enter(int index, Project variant) {
    put(index, variant);
  }

  private void show(List<Project> shown, boolean byPerson) {
    chosen = byPerson;
    refusal.set(Optional.empty());
    variants.set(List.copyOf(shown));
  }

  /** Whether the user has set the variants; not the default ones. */
  boolean chosen() {
    return chosen;
  }

  /** Adds a variant equal to the base. */
  void add() {
    if (variants().size() < MAX_VARIANTS) {
      List<Project> more = new ArrayList<>(variants());
      more.add(base);
      show(more, true);
    }
  }

  void remove(int index) {
    if (variants().size() > MIN_VARIANTS) {
      List<Project> fewer = new ArrayList<>(variants());
      fewer.remove(index);
      show(fewer, true);
    }
  }

  /** Resets a variant to the base. */
  void clear(int index) {
    put(index, base);
  }

  private void put(int index, Project variant) {
    List<Project> changed = new ArrayList<>(variants());
    changed.set(index, variant);
    show(changed, true);
  }

  /** Changes one variant, if it is trainable then and the guard allows it. */
  void change(int index, UnaryOperator<Project> change) {
    Project candidate = change.apply(variants().get(index));
    if (candidate.equals(variants().get(index))) {
      return;
    }
    List<Differing> differing = Differing.between(base, candidate);
    Optional<Message> problem = problem(candidate);
    if (problem.isPresent()) {
      refusal.set(Optional.of(new Refusal(index, change, List.of(), problem)));
    } else if (guarded.get() && differing.size() > 1) {
      refusal.set(Optional.of(new Refusal(index, change, differing, Optional.empty())));
    } else {
      put(index, candidate);
    }
  }

  private Optional<Message> problem(Project candidate) {
    Analysis analysis = candidate.network().analyse();
    List<Problem> problems = form.map(data -> Readiness.problems(candidate, analysis, data)).orElse(analysis.problems());
    return problems.stream().filter(problem -> problem.severity() == Problem.Severity.BROKEN).map(Problem::sentence).findFirst();
  }

  /** Applies the rejected change and disables the guard. */
  void allow() {
    refusal.get().filter(refused -> refused.problem().isEmpty()).ifPresent(refused -> {
      guarded.set(false);
      change(refused.lane(), refused.change());
    });
  }

  /** Applies the rejected change in place of the earlier differences of the variant. */
  void onlyThis() {
    refusal.get().filter(refused -> refused.problem().isEmpty()).ifPresent(refused -> {
      put(refused.lane(), base);
      change(refused.lane(), refused.change());
    });
  }

  /** Discards the rejected change. */
  void forget() {
    refusal.set(Optional.empty());
  }

  /** Largest number of differing settings of any variant: above 1 an effect has more than one cause. */
  int mostDiffering() {
    return variants().stream().mapToInt(variant -> Differing.between(base, variant).size()).max().orElse(0);
  }
}
