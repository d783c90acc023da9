package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.workspace.run.RunFiles;

/** The search that is to be seen as far as it is, with its axes in the order that the user has given them; the file keeps it. */
final class SearchViewState {
  private final RunFiles files;
  private final ReadOnlyObjectWrapper<SearchRecord> search = new ReadOnlyObjectWrapper<>(this, "search");
  private final ReadOnlyLongWrapper frame = new ReadOnlyLongWrapper(this, "frame");
  private List<Searchable> known = List.of();
  private List<String> axes = List.of();

  SearchViewState(RunFiles files) {
    this.files = files;
  }

  ReadOnlyObjectProperty<SearchRecord> searchProperty() {
    return search.getReadOnlyProperty();
  }

  SearchRecord now() {
    return search.get();
  }

  /** Ticks when there is something new to see. */
  ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  void tick() {
    frame.set(frame.get() + 1);
  }

  /** A setting of the project that is searched. */
  Optional<Searchable> known(String name) {
    return known.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** A search from a file, with the axes in its order. */
  void open(SearchRecord found) {
    axes = found.axes();
    show(found);
  }

  void show(SearchRecord now) {
    if (search.get() == null || !now.base().equals(search.get().base())) {
      known = Searchables.of(now.base());
    }
    search.set(now.axes().equals(axes) ? now : now.withAxes(axes));
    tick();
  }

  /** The search is this one from now on, and the file keeps it. */
  void put(SearchRecord now) {
    show(now);
    keep();
  }

  /** The file keeps what is seen; of a search that has planned nothing, nothing. */
  void keep() {
    boolean planned = !now().settings().space().dimensions().isEmpty();
    files.searchProperty().set(planned ? Optional.of(now()) : Optional.empty());
  }

  /** While trials are trained their epochs are seen at once. @param kept the same as far as trials have reported */
  void grow(SearchRecord now, SearchRecord kept) {
    show(now);
    files.searchProperty().set(Optional.of(kept.withAxes(axes)));
  }

  /** Where an axis stands among the others. @param by so many places to the right */
  void moveAxis(String setting, int by) {
    axes = AxisPlaces.moved(now(), setting, by);
    put(now());
  }
}
