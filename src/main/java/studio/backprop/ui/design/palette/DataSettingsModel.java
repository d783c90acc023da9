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

/** How the chosen data are prepared. Every change is an edit of the document. */
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
   * @param reader reads the whole of a person's own table again
   * @param failed hears why it could not
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

  // --- what there is to see

  /** How a person's own table is read. */
  public TableSettingsModel table() {
    return table;
  }

  /** The points that a person draws. */
  public DrawnPointsModel drawn() {
    return drawn;
  }

  /** Whether the data are made by the program, as many as are asked for. */
  public ObservableValue<Boolean> generatedProperty() {
    return info(info -> info.source().isGenerated() && !isWorld(info.id()));
  }

  private static boolean isWorld(String dataset) {
    return Environments.find(dataset).isPresent();
  }

  /** Whether the data are examples of which parts are held out, and no states of an agent's world. */
  public ObservableValue<Boolean> splitProperty() {
    return edits.data(d -> !isWorld(d.dataset()));
  }

  /** Whether the data are states that can be scaled: those of a map are squares. */
  public ObservableValue<Boolean> statesProperty() {
    return edits.data(d -> Environments.find(d.dataset()).filter(world -> !(world instanceof Grid)).isPresent());
  }

  /** Whether a person types the formula of the data. */
  public ObservableValue<Boolean> typedProperty() {
    return info(info -> info.source().isTyped());
  }

  /** f(x) of the data as it was typed. */
  public ObservableValue<String> formulaProperty() {
    return edits.data(DataSettings::formula);
  }

  /** Whether a person says how noisy the data are. */
  public ObservableValue<Boolean> noisyProperty() {
    return info(info -> info.source().isNoisy());
  }

  /** Whether examples are windows over a time series. */
  public ObservableValue<Boolean> seriesProperty() {
    return kind(DatasetInfo.Kind.SERIES);
  }

  /** Whether parts are drawn by shares: of a single graph, the nodes have their parts. */
  public ObservableValue<Boolean> preparedProperty() {
    return info(info -> info.kind() == DatasetInfo.Kind.GRAPH && !info.source().isGenerated() || isWorld(info.id())).map(not -> !not);
  }

  /** Whether examples are pieces of text. */
  public ObservableValue<Boolean> textProperty() {
    return kind(DatasetInfo.Kind.TEXT);
  }

  /** Whether a text can be cut into words as well as into characters. */
  public ObservableValue<Boolean> proseProperty() {
    return edits.data(DataSettingsModel::isProse);
  }

  /** Whether a text is cut into words. */
  public ObservableValue<Boolean> wordsProperty() {
    return edits.data(d -> d.sequence().level() == TextLevel.WORD && isProse(d));
  }

  public ObservableValue<TextLevel> levelProperty() {
    return edits.data(d -> d.sequence().level());
  }

  public void setLevel(TextLevel level) {
    edits.read("level", "", d -> d.withSequence(d.sequence().withLevel(level)));
  }

  /** Tokens of a text in an example. */
  public NumberModel length() {
    return length;
  }

  /** How many different words are known. */
  public NumberModel words() {
    return words;
  }

  /** Whether numbers are measured, so that they can be scaled. */
  public ObservableValue<Boolean> measuredProperty() {
    return edits.data(d -> !isWorld(d.dataset()) && DatasetCatalog.kind(d)
        .filter(List.of(DatasetInfo.Kind.TEXT, DatasetInfo.Kind.GRAPH)::contains).isEmpty());
  }

  /** Whether anything is made or drawn at random: the parts of a measured series are where they are. */
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

  /** Whether the chosen data are of one of these kinds. */
  private ObservableValue<Boolean> kind(DatasetInfo.Kind... kinds) {
    return edits.data(d -> DatasetCatalog.kind(d).filter(List.of(kinds)::contains).isPresent());
  }

  /** A running text, of the program or of a person. */
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

  /** Percent of the rows that are kept for validation. */
  public NumberModel validation() {
    return validation;
  }

  /** Percent of the rows that are kept for testing. */
  public NumberModel test() {
    return test;
  }

  public NumberModel seed() {
    return seed;
  }

  /** Values of a series that an example knows. */
  public NumberModel lags() {
    return lags;
  }

  /** How far ahead the answer lies. */
  public NumberModel horizon() {
    return horizon;
  }

  public ObservableValue<Scaling> scalingProperty() {
    return edits.data(DataSettings::scaling);
  }

  /** What a person has drawn and keeps, of the chosen data. */
  ObservableValue<List<KeptExample>> keptProperty() {
    return edits.data(DataSettings::keptHere);
  }

  // --- what can be done

  /** Removes an example that a person has drawn and kept. */
  void removeKept(KeptExample one) {
    edits.edit("kept.one", "", d -> {
      List<KeptExample> left = new ArrayList<>(d.kept());
      left.remove(one);
      return d.withKept(left);
    });
  }

  /** @return why it cannot be read; then the last good one stays */
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

  /** With the only input of the network in the shape of the data. What else no longer fits, the network says itself. */
  Project fitted(Project project) {
    return edits.fitted(project);
  }

  /** Ends a run of merging edits. */
  public void settle() {
    document.settle();
  }

  /** Settings for another dataset: all stay, only the usual scaling of the old one gives way to the usual one of the new. */
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

  /** A number that decides on the shape of an example, which an only input takes at once. */
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

  /** A tenth of the rows is always for training, so the other share gives way if it must. */
  private static DataSettings withValidation(DataSettings data, double percent) {
    double share = percent / PERCENT;
    return data.withShares(share, rest(share, data.testShare()));
  }

  private static DataSettings withTest(DataSettings data, double percent) {
    double share = percent / PERCENT;
    return data.withShares(rest(share, data.validationShare()), share);
  }

  /** What is left for one share beside the other, in whole percent where it has to shrink. */
  private static double rest(double taken, double wanted) {
    double left = wanted;
    for (int percent = (int) PERCENT; percent >= 0 && taken + left > DataSettings.MOST_HELD_OUT; percent--) {
      left = Math.min(wanted, percent / PERCENT);
    }
    return left;
  }
}
