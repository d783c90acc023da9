package studio.backprop.ui.judge.attribution;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** Worst predictions in the part of the chosen example, withheld for the test part until requested: each view of the test data counts. */
final class WorstExamples {
  private final ReadOnlyObjectWrapper<Mistakes> mistakes = new ReadOnlyObjectWrapper<>(this, "mistakes");
  private final ReadOnlyBooleanWrapper withheld = new ReadOnlyBooleanWrapper(this, "withheld");
  private final RunModel run;
  /** Part whose worst example is chosen once known; null for none. */
  private Part sought;
  /** Weights of {@link #mistakes}. */
  private WeightsVersion knownBy;
  /** Weights with which the test part was requested; null for none. */
  private WeightsVersion testWanted;
  /** Default example, not chosen by the user: the first one, or the replacement of one of other data. */
  private Example given = Example.FIRST;
  /** Whether a first example of these data was chosen. */
  private boolean begun;

  WorstExamples(RunModel run) {
    this.run = run;
  }

  ReadOnlyObjectProperty<Mistakes> mistakesProperty() {
    return mistakes.getReadOnlyProperty();
  }

  /** Whether the example is of the test part, and its worst predictions have not been requested with these weights. */
  ReadOnlyBooleanProperty withheldProperty() {
    return withheld.getReadOnlyProperty();
  }

  /**
   * Starts another run.
   *
   * @param data of it; null for none
   * @param otherData whether the data differ, so that the user has not chosen an example of them
   */
  void begin(PreparedData data, boolean otherData) {
    mistakes.set(null);
    sought = null;
    testWanted = null;
    if (otherData) {
      begun = false;
      given = data == null ? Example.FIRST : example().within(data);
    }
  }

  private Example example() {
    return run.observation().exampleProperty().get();
  }

  /** Chooses the worst example of a part; its first one where that is unknown. For the test part this counts as a view of the test data. */
  void lookAt(Part part) {
    choose(part, 0);
    sought = part;
    if (part == Part.TEST) {
      showTest();
    }
    Mistakes known = mistakes.get();
    if (known != null && known.part() == part && !run.isBehind(knownBy)) {
      find(known);
    }
  }

  void choose(Part part, int row) {
    sought = null;
    run.observation().chooseExample(new Example(part, row));
  }

  void showTest() {
    testWanted = run.shownWeights();
  }

  /** Called in each frame. Without a choice of the user, an error of the validation part replaces the first training example. */
  void look(PreparedData data) {
    if (!begun) {
      begun = true;
      if (example().equals(given) && data.rows(Part.VALIDATION) > 0) {
        lookAt(Part.VALIDATION);
      }
    }
    withheld.set(!maySee(example().part()) && canBeKnown(data, example().part()));
  }

  private boolean maySee(Part part) {
    WeightsVersion shown = run.shownWeights();
    return part != Part.TEST || shown.equals(testWanted) || run.files().hasViewedTest(run.runProperty().get(), shown);
  }

  private static boolean canBeKnown(PreparedData data, Part part) {
    return data.dataset().answers() == 1 && data.rows(part) > 0 && data.rows(part) <= Mistakes.LARGEST_PART;
  }

  /** Whether they are yet to be computed: once training pauses. */
  boolean lacks(PreparedData data, Part part) {
    Mistakes known = mistakes.get();
    return !run.playing() && maySee(part) && canBeKnown(data, part)
        && (known == null || known.part() != part || run.isBehind(knownBy)
            || !known.threshold().equals(run.projectProperty().get().threshold()));
  }

  /** Whether they decide which example is explained. */
  boolean areSought() {
    return sought != null;
  }

  /** Keeps the current example. */
  void stay() {
    sought = null;
  }

  /** Stores the worst predictions; those of the test part count as a view of it. */
  void know(Mistakes found, WeightsVersion weights) {
    knownBy = weights;
    mistakes.set(found);
    find(found);
    if (found.part() == Part.TEST) {
      run.files().viewTest(run.runProperty().get(), weights);
    }
  }

  private void find(Mistakes found) {
    if (found.part() == sought && example().equals(new Example(sought, 0)) && !found.worst().isEmpty()) {
      choose(sought, found.worst().get(0).row());
    }
    sought = null;
  }
}
