package studio.backprop.ui.judge.evaluate.fold;

import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.fold.FoldGroups;

/** Adapts the settings of a cross-validation to the data, and offers the candidate group columns. */
final class GroupOffer {
  private final FoldsForm form;
  private final FoldsWorker work;
  private final Runnable changed;
  private PreparedData known;

  /** @param changed notified of each change */
  GroupOffer(FoldsForm form, FoldsWorker work, Runnable changed) {
    this.form = form;
    this.work = work;
    this.changed = changed;
  }

  void keepUp(Optional<PreparedData> data) {
    PreparedData now = data.orElse(null);
    if (now != null && (known == null || known.dataset() != now.dataset() || known.split() != now.split())) {
      known = now;
      form.begin(data);
      work.aside(() -> FoldGroups.columns(now.dataset()), columns -> {
        if (now == known) {
          form.offerGroups(columns);
          changed.run();
        }
      });
      changed.run();
    }
  }
}
