package studio.backprop.ui.inside.lens.sheet;

/** Zero-based pagination in which the last page is full and may repeat items of the page before it. Immutable. */
public record Pages(int total, int shown) {
  int count() {
    return (total + shown - 1) / shown;
  }

  public int first(int page) {
    return Math.max(0, Math.min(page * shown, total - shown));
  }

  /** Page at an offset, cyclically. */
  public int turned(int page, int by) {
    return Math.floorMod(page + by, count());
  }

  /** The page, clamped to the last one. */
  public int known(int page) {
    return Math.min(page, count() - 1);
  }

  /** The page if it has the item, otherwise the item's page. */
  public int with(int thing, int page) {
    int first = first(known(page));
    return thing >= first && thing < first + shown ? known(page) : thing / shown;
  }
}
