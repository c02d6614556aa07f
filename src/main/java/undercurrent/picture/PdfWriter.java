package undercurrent.picture;

import java.nio.charset.StandardCharsets;
import undercurrent.figure.Figure;
import undercurrent.figure.Hundredths;
import undercurrent.figure.Painter;
import undercurrent.figure.Paper;
import undercurrent.text.Language;

/**
 * Writes figures as a PDF file of one page: lines and areas stay such, and words are text that can
 * be found and copied.
 */
public final class PdfWriter {
  /** A pixel of the layout is 1/96 inch, and a point of PDF 1/72. */
  private static final double POINTS = 0.75;

  private PdfWriter() {}

  /** A whole file of so many pixels of the layout. */
  public static byte[] pdf(Figure figure, int width, int height, Paper paper) {
    PdfFile file = new PdfFile();
    int catalogue = file.reserve();
    int pages = file.reserve();
    int page = file.reserve();
    PdfPen pen = new PdfPen(file);
    Painter.paint(figure, width, height, paper, pen);
    String high = Hundredths.of(POINTS * height);
    // The pen counts from the top downwards.
    String content = POINTS + " 0 0 -" + POINTS + " 0 " + high + " cm\n" + pen.content();
    int stream = file.stream("", content.getBytes(StandardCharsets.ISO_8859_1));
    file.set(
        page,
        PdfFile.of(
            "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources %s"
                + " /Group << /S /Transparency /CS /DeviceRGB >> >>",
            pages, Hundredths.of(POINTS * width), high, stream, pen.resources()));
    file.set(pages, PdfFile.of("<< /Type /Pages /Kids [%d 0 R] /Count 1 >>", page));
    file.set(
        catalogue,
        PdfFile.of(
            "<< /Type /Catalog /Pages %d 0 R /Lang (%s) /ViewerPreferences << /DisplayDocTitle true"
                + " >> >>",
            pages, Language.chosen().code()));
    int information =
        file.add(
            "<< /Title %s /Subject %s /Creator (Undercurrent) >>"
                .formatted(PdfFile.words(figure.title()), PdfFile.words(figure.summary())));
    return file.bytes(catalogue, information);
  }
}
