// SPDX-License-Identifier: GPL-3.0-or-later
// The class is an interface; its meta-object is generated into this file's object.
#include "app/console/link/serverlink.h"
