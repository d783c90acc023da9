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

/** Which variants are compared, and the guard over them: what becomes different shall have one cause. */
public final class ComparedVariants {
  static final int LEAST = KeptTwins.LEAST;
  static final int MOST = KeptTwins.MOST;

  /**
   * A change that was not made.
   *
   * @param lane of which variant
   * @param change that was wanted
   * @param differing all in which the variant would differ; empty where it could not be trained
   * @param problem why it could not be trained
   */
  record Refusal(int lane, UnaryOperator<Project> change, List<Differing> differing, Optional<Message> problem) {}

  private final ReadOnlyObjectWrapper<List<Project>> variants = new ReadOnlyObjectWrapper<>(this, "variants", List.of());
  private final ReadOnlyObjectWrapper<Optional<Refusal>> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
  private final BooleanProperty guarded = new SimpleBooleanProperty(this, "guarded", true);
  private Project base = Project.EMPTY;
  private boolean chosen;
  private Optional<DataForm> form = Optional.empty();

  /** The variants, from the first lane to the last. */
  public ReadOnlyObjectProperty<List<Project>> variantsProperty() {
    return variants.getReadOnlyProperty();
  }

  /** The same, now. */
  public List<Project> variants() {
    return variants.get();
  }

  /** The change that was refused last, until it is decided about. */
  ReadOnlyObjectProperty<Optional<Refusal>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether a variant may differ from the drawn project in one thing only. */
  BooleanProperty guardedProperty() {
    return guarded;
  }

  /** The project as it is drawn. */
  public Project base() {
    return base;
  }

  /** Whether the data have classes, or are not known yet. */
  boolean hasClasses() {
    return form.map(data -> data.task() == Task.CLASSES).orElse(true);
  }

  /** Begins anew. @param form of its data, if it is known */
  void begin(Project drawn, Optional<DataForm> form) {
    this.base = drawn;
    this.form = form;
    show(offered(Proposal.RATES), false);
  }

  /** Begins anew with these. @param form of its data, if it is known */
  void compare(Project drawn, Optional<DataForm> form, List<Project> chosen) {
    this.base = drawn;
    this.form = form;
    show(chosen, false);
  }

  /** The same of data that are known already. */
  void compare(Project drawn, List<Project> wanted) {
    compare(drawn, form, wanted);
  }

  /** Begins with those that were set up before, where all of them can be trained; else anew. @param form of its data, if it is known */
  void restore(Project drawn, Optional<DataForm> form, List<Project> kept) {
    begin(drawn, form);
    if (!kept.isEmpty() && kept.stream().allMatch(variant -> problem(variant).isEmpty())) {
      show(kept, false);
    }
  }

  /** Another project is open: nothing is compared. */
  void end() {
    base = Project.EMPTY;
    show(List.of(), false);
  }

  /** The variants of a proposal that could be trained; none where fewer than two are left. */
  List<Project> offered(Proposal proposal) {
    List<Project> trainable = proposal.of(base).stream().filter(variant -> variant.equals(base) || problem(variant).isEmpty()).toList();
    return trainable.size() < LEAST ? List.of() : trainable;
  }

  /** Compares these. */
  void propose(Proposal proposal) {
    show(offered(proposal), true);
  }

  /** Compares these, however much they differ: what is raced with has the rate that suits it. */
  void enter(List<Project> wanted) {
    show(wanted, true);
  }

  /** The same of one variant. */
  public void enter(int lane, Project variant) {
    put(lane, variant);
  }

  private void show(List<Project> shown, boolean byPerson) {
    chosen = byPerson;
    refusal.set(Optional.empty());
    variants.set(List.copyOf(shown));
  }

  /** Whether a person has set up the variants as they are; not those that the page begins with. */
  boolean chosen() {
    return chosen;
  }

  /** Another lane, as drawn at first. */
  void add() {
    if (variants().size() < MOST) {
      List<Project> more = new ArrayList<>(variants());
      more.add(base);
      show(more, true);
    }
  }

  void remove(int lane) {
    if (variants().size() > LEAST) {
      List<Project> fewer = new ArrayList<>(variants());
      fewer.remove(lane);
      show(fewer, true);
    }
  }

  /** Makes a variant as it is drawn again. */
  void clear(int lane) {
    put(lane, base);
  }

  private void put(int lane, Project variant) {
    List<Project> changed = new ArrayList<>(variants());
    changed.set(lane, variant);
    show(changed, true);
  }

  /** Changes one variant, if it then can be trained and the guard allows it. */
  void change(int lane, UnaryOperator<Project> change) {
    Project candidate = change.apply(variants().get(lane));
    if (candidate.equals(variants().get(lane))) {
      return;
    }
    List<Differing> differing = Differing.between(base, candidate);
    Optional<Message> problem = problem(candidate);
    if (problem.isPresent()) {
      refusal.set(Optional.of(new Refusal(lane, change, List.of(), problem)));
    } else if (guarded.get() && differing.size() > 1) {
      refusal.set(Optional.of(new Refusal(lane, change, differing, Optional.empty())));
    } else {
      put(lane, candidate);
    }
  }

  private Optional<Message> problem(Project candidate) {
    Analysis analysis = candidate.network().analyse();
    List<Problem> problems = form.map(data -> Readiness.problems(candidate, analysis, data)).orElse(analysis.problems());
    return problems.stream().filter(problem -> problem.severity() == Problem.Severity.BROKEN).map(Problem::sentence).findFirst();
  }

  /** Makes the refused change all the same: from now on more than one thing may differ. */
  void allow() {
    refusal.get().filter(refused -> refused.problem().isEmpty()).ifPresent(refused -> {
      guarded.set(false);
      change(refused.lane(), refused.change());
    });
  }

  /** Makes the refused change alone, in place of what the variant did otherwise before. */
  void onlyThis() {
    refusal.get().filter(refused -> refused.problem().isEmpty()).ifPresent(refused -> {
      put(refused.lane(), base);
      change(refused.lane(), refused.change());
    });
  }

  /** Leaves it as it was. */
  void forget() {
    refusal.set(Optional.empty());
  }

  /** The most things in which any variant differs: above 1 what becomes different has more than one cause. */
  int mostDiffering() {
    return variants().stream().mapToInt(variant -> Differing.between(base, variant).size()).max().orElse(0);
  }
}
