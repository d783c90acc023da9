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

/** The shown search with the order of its axes, as stored in the file. */
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

  /** Ticks when the view must be redrawn. */
  ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  void tick() {
    frame.set(frame.get() + 1);
  }

  Optional<Searchable> known(String name) {
    return known.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** A search from a file, with its order of axes. */
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

  /** Replaces the search and stores it. */
  void put(SearchRecord now) {
    show(now);
    keep();
  }

  /** Stores the shown search, if it has settings. */
  void keep() {
    boolean planned = !now().settings().space().dimensions().isEmpty();
    files.searchProperty().set(planned ? Optional.of(now()) : Optional.empty());
  }

  /** Shows epochs during training without storing them. @param kept the same up to the last report of each trial */
  void grow(SearchRecord now, SearchRecord kept) {
    show(now);
    files.searchProperty().set(Optional.of(kept.withAxes(axes)));
  }

  /** Moves an axis. @param by places to the right */
  void moveAxis(String setting, int by) {
    axes = AxisPlaces.moved(now(), setting, by);
    put(now());
  }
}
