package studio.backprop.ui.workspace.document;

import java.util.Optional;
import studio.backprop.network.repair.Repair;

/** Applies repairs offered by a panel, and previews them. */
public interface Mender {
  void preview(Optional<Repair> repair);

  void mend(Repair repair);
}
