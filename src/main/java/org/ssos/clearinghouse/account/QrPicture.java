package org.ssos.clearinghouse.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG.
 *
 * @param size how many squares it has each way, its white border included
 */
public record QrPicture(int size, String path) {
    private static final int BORDER = 4;

    static QrPicture of(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
