package studio.backprop.ui.design.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Scaling;
import studio.backprop.data.SequenceSettings;
import studio.backprop.data.TextLevel;
import studio.backprop.data.generate.TypedFunction;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Settings of the chosen data. Every change is an edit of the document. */
public final class DataSettingsModel {
  private static final double PERCENT = 100;

  private final DocumentModel document;
  private final DataEdits edits;
  private final TableSettingsModel table;
  private final DrawnPointsModel drawn;
  private final NumberModel points;
  private final NumberModel noise;
  private final NumberModel validation;
  private final NumberModel test;
  private final NumberModel seed;
  private final NumberModel lags;
  private final NumberModel horizon;
  private final NumberModel length;
  private final NumberModel words;

  /**
   * @param reader reads a user's table again
   * @param failed receives the reason of a failure
   */
  DataSettingsModel(DocumentModel document, Background reader, Consumer<Message> failed) {
    this.document = document;
    this.edits = new DataEdits(document, reader, failed);
    this.table = new TableSettingsModel(document, edits);
    this.drawn = new DrawnPointsModel(edits);
    NumberRange shares = NumberRange.real(0, DataSettings.MOST_HELD_OUT * PERCENT, 5);
    points =
        number(
            "points", NumberRange.whole(DataSettings.LEAST_POINTS, DataSettings.MOST_POINTS), DataSettings::points,
            (d, n) -> d.withPoints(n.intValue()));
    noise = number("noise", NumberRange.real(0, DataSettings.MOST_NOISE, 0.01), DataSettings::noise, DataSettings::withNoise);
    validation = number("validation", shares, d -> percent(d.validationShare()), DataSettingsModel::withValidation);
    test = number("test", shares, d -> percent(d.testShare()), DataSettingsModel::withTest);
    seed = number("seed", NumberRange.whole(0, 999_999_999), DataSettings::seed, (d, s) -> d.withSeed(s.longValue()));
    lags = sequence("lags", 1, SequenceSettings.MOST_LAGS, SequenceSettings::lags, SequenceSettings::withLags);
    horizon = sequence("horizon", 1, SequenceSettings.MOST_HORIZON, SequenceSettings::horizon, SequenceSettings::withHorizon);
    length = sequence(
        "length", SequenceSettings.LEAST_LENGTH, SequenceSettings.MOST_LENGTH, SequenceSettings::length, SequenceSettings::withLength);
    words = sequence("words", SequenceSettings.LEAST_WORDS, SequenceSettings.MOST_WORDS, SequenceSettings::words,
        SequenceSettings::withWords);
  }

  public TableSettingsModel table() {
    return table;
  }

  public DrawnPointsModel drawn() {
    return drawn;
  }

  /** Whether the data are generated in a chosen number. */
  public ObservableValue<Boolean> generatedProperty() {
    return info(info -> info.source().isGenerated() && !isWorld(info.id()));
  }

  private static boolean isWorld(String dataset) {
    return Environments.find(dataset).isPresent();
  }

  /** Whether the data are split into parts, unlike states of an environment. */
  public ObservableValue<Boolean> splitProperty() {
    return edits.data(d -> !isWorld(d.dataset()));
  }

  /** Whether the data are states that can be scaled; those of a grid map are squares. */
  public ObservableValue<Boolean> statesProperty() {
    return edits.data(d -> Environments.find(d.dataset()).filter(environment -> !(environment instanceof Grid)).isPresent());
  }

  /** Whether the data are given by a formula. */
  public ObservableValue<Boolean> typedProperty() {
    return info(info -> info.source().isTyped());
  }

  /** Formula f(x) as typed. */
  public ObservableValue<String> formulaProperty() {
    return edits.data(DataSettings::formula);
  }

  /** Whether the data have a noise setting. */
  public ObservableValue<Boolean> noisyProperty() {
    return info(info -> info.source().isNoisy());
  }

  /** Whether examples are windows of a time series. */
  public ObservableValue<Boolean> seriesProperty() {
    return kind(DatasetInfo.Kind.SERIES);
  }

  /** Whether the split is drawn at random; the nodes of a single graph have given parts. */
  public ObservableValue<Boolean> preparedProperty() {
    return info(info -> info.kind() == DatasetInfo.Kind.GRAPH && !info.source().isGenerated() || isWorld(info.id())).map(not -> !not);
  }

  /** Whether examples are pieces of text. */
  public ObservableValue<Boolean> textProperty() {
    return kind(DatasetInfo.Kind.TEXT);
  }

  /** Whether a text can be tokenized into words as well as into characters. */
  public ObservableValue<Boolean> proseProperty() {
    return edits.data(DataSettingsModel::isProse);
  }

  /** Whether a text is tokenized into words. */
  public ObservableValue<Boolean> wordsProperty() {
    return edits.data(d -> d.sequence().level() == TextLevel.WORD && isProse(d));
  }

  public ObservableValue<TextLevel> levelProperty() {
    return edits.data(d -> d.sequence().level());
  }

  public void setLevel(TextLevel level) {
    edits.read("level", "", d -> d.withSequence(d.sequence().withLevel(level)));
  }

  /** Tokens of an example of text. */
  public NumberModel length() {
    return length;
  }

  /** Size of the vocabulary. */
  public NumberModel words() {
    return words;
  }

  /** Whether inputs are numeric and can be scaled. */
  public ObservableValue<Boolean> measuredProperty() {
    return edits.data(d -> !isWorld(d.dataset()) && DatasetCatalog.kind(d)
        .filter(List.of(DatasetInfo.Kind.TEXT, DatasetInfo.Kind.GRAPH)::contains).isEmpty());
  }

  /** Whether anything is generated or split at random; the parts of a measured series are fixed. */
  public ObservableValue<Boolean> seededProperty() {
    return edits.data(d -> DataEdits.isOwn(d)
        ? d.columns().reading() != Reading.ROWS
        : isWorld(d.dataset()) || DatasetCatalog.find(d.dataset()).filter(info -> info.isOrdered() && !info.source().isGenerated())
            .isPresent())
            .map(fixed -> !fixed);
  }

  private ObservableValue<Boolean> info(Predicate<DatasetInfo> holds) {
    return edits.data(d -> DatasetCatalog.find(d.dataset()).filter(holds).isPresent());
  }

  private ObservableValue<Boolean> kind(DatasetInfo.Kind... kinds) {
    return edits.data(d -> DatasetCatalog.kind(d).filter(List.of(kinds)::contains).isPresent());
  }

  /** A running text, bundled or a user's own. */
  private static boolean isProse(DataSettings data) {
    return DataEdits.isOwn(data)
        ? data.columns().reading() == Reading.TEXT
        : DatasetCatalog.find(data.dataset()).filter(info -> info.source() instanceof DatasetInfo.Prose).isPresent();
  }

  public NumberModel points() {
    return points;
  }

  public NumberModel noise() {
    return noise;
  }

  /** Validation split in percent. */
  public NumberModel validation() {
    return validation;
  }

  /** Test split in percent. */
  public NumberModel test() {
    return test;
  }

  public NumberModel seed() {
    return seed;
  }

  /** Values of a series in an example. */
  public NumberModel lags() {
    return lags;
  }

  /** Steps from the last input to the target. */
  public NumberModel horizon() {
    return horizon;
  }

  public ObservableValue<Scaling> scalingProperty() {
    return edits.data(DataSettings::scaling);
  }

  /** Examples of the chosen data that the user drew and kept. */
  ObservableValue<List<KeptExample>> keptProperty() {
    return edits.data(DataSettings::keptHere);
  }

  void removeKept(KeptExample one) {
    edits.edit("kept.one", "", d -> {
      List<KeptExample> left = new ArrayList<>(d.kept());
      left.remove(one);
      return d.withKept(left);
    });
  }

  /** @return why it cannot be parsed; the last valid formula then stays */
  public Optional<Message> setFormula(String typed) {
    try {
      TypedFunction.of(typed);
      edits.edit("formula", "", d -> d.withFormula(typed.strip()));
      return Optional.empty();
    } catch (TypedFunction.Unreadable e) {
      return Optional.of(e.sentence());
    }
  }

  public void setScaling(Scaling scaling) {
    edits.edit("scaling", "", d -> d.withScaling(scaling));
  }

  /** Project whose only input has the shape of the data; other mismatches are reported by the analysis. */
  Project fitted(Project project) {
    return edits.fitted(project);
  }

  /** Ends a sequence of merging edits. */
  public void settle() {
    document.settle();
  }

  /** Settings for another dataset: the default scaling of the old dataset becomes the default of the new one, all else stays. */
  DataSettings switched(DataSettings old, String dataset) {
    boolean usual = old.scaling() == DataSettings.of(old.dataset()).scaling();
    DataSettings switched = old.withDataset(dataset);
    return usual ? switched.withScaling(DataSettings.of(dataset).scaling()) : switched;
  }

  private NumberModel number(
      String name, NumberRange range, Function<DataSettings, ? extends Number> read, BiFunction<DataSettings, Double, DataSettings> write) {
    return Kept.number(range, edits.data(read).map(Number::doubleValue),
        typed -> edits.edit(name, "data." + name, d -> write.apply(d, typed)));
  }

  /** Setting that determines the shape of an example; an only input takes it at once. */
  private NumberModel sequence(
      String name, int least, int most, ToIntFunction<SequenceSettings> read,
      BiFunction<SequenceSettings, Integer, SequenceSettings> write) {
    return Kept.number(
        NumberRange.whole(least, most),
        edits.data(d -> (double) read.applyAsInt(d.sequence())),
        typed -> edits.read(name, "data." + name, d -> d.withSequence(write.apply(d.sequence(), (int) typed))));
  }

  private static double percent(double share) {
    return Math.rint(share * PERCENT * PERCENT) / PERCENT;
  }

  /** At least a tenth of the rows is for training; the test split shrinks if it must. */
  private static DataSettings withValidation(DataSettings data, double percent) {
    double share = percent / PERCENT;
    return data.withShares(share, rest(share, data.testShare()));
  }

  private static DataSettings withTest(DataSettings data, double percent) {
    double share = percent / PERCENT;
    return data.withShares(rest(share, data.validationShare()), share);
  }

  /** Percentage that one split can have beside the other, rounded down where it shrinks. */
  private static double rest(double taken, double wanted) {
    double left = wanted;
    for (int percent = (int) PERCENT; percent >= 0 && taken + left > DataSettings.MOST_HELD_OUT; percent--) {
      left = Math.min(wanted, percent / PERCENT);
    }
    return left;
  }
}
